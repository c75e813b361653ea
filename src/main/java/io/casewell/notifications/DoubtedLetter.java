package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.CredentialDoubted;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the other administrators that a credential waits for a second pair of eyes. */
@Component
class DoubtedLetter extends Announcement<CredentialDoubted> {
  DoubtedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<CredentialDoubted> to() {
    return CredentialDoubted.class;
  }

  @Override
  public Mono<Void> on(CredentialDoubted event) {
    return readers()
        .admins(event.by())
        .concatMap(admin ->
            tell(
                event,
                admin,
                Map.of("code", event.code(), "credential", event.credential().toString())))
        .then();
  }

  @Override
  public String kind() {
    return "credential-doubted";
  }

  @Override
  public String label() {
    return "Second look asked for";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        "A second look is asked for: " + readers().credential(facts),
        "A colleague doubts a document and wants somebody else to decide. What made them doubt"
            + " stands beside it.",
        "",
        "Look at it",
        "/operations/vetting/" + facts.getOrDefault("credential", ""));
  }
}
