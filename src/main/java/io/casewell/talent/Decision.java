package io.casewell.talent;

import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator makes of a credential that waits. */
public sealed interface Decision {
  int WORDS_MAX = 1000;

  /** The document proves it, through this day or for ever. */
  record Verify(@Nullable LocalDate until) implements Decision {}

  /** It could not be verified; the holder reads why. */
  record Reject(String reason) implements Decision {}

  /** Doubtful: somebody else decides, and reads this note. */
  record SecondLook(String note) implements Decision {}

  /** Reads what was chosen; empty when the problems say what is wrong. */
  static Optional<Decision> read(Form form, LocalDate today, Problems problems) {
    Decision decision =
        switch (form.text("decision")) {
          case "verify" -> new Verify(until(form, today, problems));
          case "reject" ->
              new Reject(
                  words("reason", form, problems, "Say why: the person reads it and can mend it."));
          case "second-look" ->
              new SecondLook(
                  words(
                      "note", form, problems, "Say what made you doubt, for whoever looks next."));
          default -> {
            problems.add("decision", "Choose what you make of it.");
            yield new Verify(null);
          }
        };
    return problems.none() ? Optional.of(decision) : Optional.empty();
  }

  private static @Nullable LocalDate until(Form form, LocalDate today, Problems problems) {
    var typed = form.text("validUntil");
    if (typed.isEmpty()) {
      return null;
    }
    try {
      var until = LocalDate.parse(typed);
      if (!until.isBefore(today) && until.isBefore(today.plusYears(50))) {
        return until;
      }
      problems.add(
          "validUntil", "This day has passed or lies too far ahead. Reject it when it has ended.");
    } catch (DateTimeParseException _) {
      problems.add("validUntil", "Give a date of the calendar such as 2028-05-31.");
    }
    return null;
  }

  private static String words(String field, Form form, Problems problems, String sentence) {
    var words = form.text(field);
    if (words.isEmpty() || words.length() > WORDS_MAX) {
      problems.add(field, words.isEmpty() ? sentence : "Say it in at most 1,000 characters.");
    }
    return words;
  }
}
