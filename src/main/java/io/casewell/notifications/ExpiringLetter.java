package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.CredentialExpiring;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody 90, 30 and 7 days ahead that a credential ends. */
@Component
class ExpiringLetter extends Announcement<CredentialExpiring> {
  ExpiringLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<CredentialExpiring> to() {
    return CredentialExpiring.class;
  }

  @Override
  public Mono<Void> on(CredentialExpiring event) {
    return readers()
        .staff(event.staff())
        .flatMap(person ->
            tell(
                event,
                person,
                Map.of(
                    "code", event.code(),
                    "until", event.validUntil(),
                    "days", Integer.toString(event.days()))));
  }

  @Override
  public String kind() {
    return "credential-expiring";
  }

  @Override
  public String label() {
    return "Credential ends soon";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        readers().credential(facts) + " ends on " + Readers.day(facts),
        "After that day it no longer counts for needs that require it. Once you have renewed it,"
            + " change its dates on your profile and send the new certificate.",
        "",
        "Renew it on your profile",
        "/profile#credentials");
  }
}
