package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.CredentialRejected;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody why a credential of theirs could not be verified. */
@Component
class RejectedLetter extends Announcement<CredentialRejected> {
  RejectedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<CredentialRejected> to() {
    return CredentialRejected.class;
  }

  @Override
  public Mono<Void> on(CredentialRejected event) {
    return readers()
        .text(
            "select reason from credential where id = :id and state = 'rejected'",
            event.credential())
        .zipWith(readers().staff(event.staff()))
        .flatMap(both ->
            tell(event, both.getT2(), Map.of("code", event.code(), "reason", both.getT1())));
  }

  @Override
  public String kind() {
    return "credential-rejected";
  }

  @Override
  public String label() {
    return "Credential not verified";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        readers().credential(facts) + " could not be verified",
        "We looked at the document you sent and could not verify it. You can mend it and send it"
            + " again; nothing else of your profile changed.",
        facts.getOrDefault("reason", ""),
        "Send a better document",
        "/profile#credentials");
  }
}
