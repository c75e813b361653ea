package io.casewell.pricing;

import io.casewell.platform.TrailWords;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happened to the rate card and to a professional's pay, in words. */
@Component
class RateTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("rate_card", "Rate card", "staff", "Professional");
  }

  @Override
  public Optional<Said> say(Step step) {
    if (step.kind().equals("rate_card") && step.what().equals("published")) {
      var note = step.after().path("note").asString("");
      var words =
          "published version " + step.after().path("version").asInt(0) + " of the rate card";
      return TrailWords.said(note.isBlank() ? words + "." : words + ": " + note, "money");
    }
    return step.what().equals("pay rate changed")
        ? TrailWords.said(
            "set the pay rate to " + dollars(step.after().path("payCents").asLong(0)) + " an hour.",
            "money")
        : Optional.empty();
  }

  private static String dollars(long cents) {
    return cents % 100 == 0
        ? "$%,d".formatted(cents / 100)
        : "$%,d.%02d".formatted(cents / 100, cents % 100);
  }

  @Override
  public @org.jspecify.annotations.Nullable String address(String kind, UUID subject) {
    return kind.equals("rate_card") ? "/rate-card" : null;
  }
}
