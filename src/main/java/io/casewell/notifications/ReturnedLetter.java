package io.casewell.notifications;

import io.casewell.platform.BaseUrl;
import io.casewell.platform.Reaction;
import io.casewell.talent.ProfileReturned;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a professional what is missing before they are admitted. */
@Component
class ReturnedLetter implements LetterKind, Reaction<ProfileReturned> {
  private final Mails mails;
  private final BaseUrl baseUrl;

  ReturnedLetter(Mails mails, BaseUrl baseUrl) {
    this.mails = mails;
    this.baseUrl = baseUrl;
  }

  @Override
  public Class<ProfileReturned> to() {
    return ProfileReturned.class;
  }

  @Override
  public Mono<Void> on(ProfileReturned returned) {
    return mails.put(
        "returned " + returned.staff() + " " + returned.version(),
        kind(),
        returned.email(),
        Map.of("name", returned.name(), "reason", returned.reason()));
  }

  @Override
  public String kind() {
    return "returned";
  }

  @Override
  public String label() {
    return "Profile given back";
  }

  @Override
  public Letter write(Map<String, String> facts) {
    return new Letter(
        "Your Casewell profile needs a little more",
        "returned",
        Map.of(
            "name", facts.getOrDefault("name", ""),
            "reason", facts.getOrDefault("reason", ""),
            "link", baseUrl.of("/profile/setup")));
  }
}
