package io.casewell.notifications;

import io.casewell.platform.BaseUrl;
import io.casewell.platform.Reaction;
import io.casewell.talent.ProfileAdmitted;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a professional that firms find them from now on. */
@Component
class AdmittedLetter implements LetterKind, Reaction<ProfileAdmitted> {
  private final Mails mails;
  private final BaseUrl baseUrl;

  AdmittedLetter(Mails mails, BaseUrl baseUrl) {
    this.mails = mails;
    this.baseUrl = baseUrl;
  }

  @Override
  public Class<ProfileAdmitted> to() {
    return ProfileAdmitted.class;
  }

  @Override
  public Mono<Void> on(ProfileAdmitted admitted) {
    return mails.put(
        "admitted " + admitted.staff() + " " + admitted.version(),
        kind(),
        admitted.email(),
        Map.of("name", admitted.name()));
  }

  @Override
  public String kind() {
    return "admitted";
  }

  @Override
  public String label() {
    return "Profile admitted";
  }

  @Override
  public Letter write(Map<String, String> facts) {
    return new Letter(
        "You are in: firms can find you on Casewell",
        "admitted",
        Map.of("name", facts.getOrDefault("name", ""), "link", baseUrl.of("/profile/setup")));
  }
}
