package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.CredentialExpired;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody that a credential has ended. */
@Component
class ExpiredLetter extends Announcement<CredentialExpired> {
  ExpiredLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<CredentialExpired> to() {
    return CredentialExpired.class;
  }

  @Override
  public Mono<Void> on(CredentialExpired event) {
    return readers()
        .staff(event.staff())
        .flatMap(person ->
            tell(event, person, Map.of("code", event.code(), "until", event.validUntil())));
  }

  @Override
  public String kind() {
    return "credential-expired";
  }

  @Override
  public String label() {
    return "Credential expired";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        readers().credential(facts) + " has ended",
        "Its last day was "
            + Readers.day(facts)
            + ". Needs that require it are closed to you until you send the renewed certificate.",
        "",
        "Send the renewed certificate",
        "/profile#credentials");
  }
}
