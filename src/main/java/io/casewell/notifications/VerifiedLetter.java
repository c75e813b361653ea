package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.CredentialVerified;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody that a credential of theirs counts now. */
@Component
class VerifiedLetter extends Announcement<CredentialVerified> {
  VerifiedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<CredentialVerified> to() {
    return CredentialVerified.class;
  }

  @Override
  public Mono<Void> on(CredentialVerified event) {
    return readers()
        .staff(event.staff())
        .flatMap(person ->
            tell(event, person, Map.of("code", event.code(), "until", event.validUntil())));
  }

  @Override
  public String kind() {
    return "credential-verified";
  }

  @Override
  public String label() {
    return "Credential verified";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    var until = Readers.day(facts);
    return new Words(
        readers().credential(facts) + " is verified",
        "Firms see it as verified from now on, and needs that require it are open to you."
            + (until.isEmpty() ? "" : " It is valid through " + until + "."),
        "",
        "See your certifications",
        "/profile#credentials");
  }
}
