package io.casewell.demos;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question on a demo type's form.
 *
 * @param code names the answer, e.g. {@code caseload}
 * @param label as the prospect reads it
 * @param kind text, long, number, choice or yes
 * @param required whether it must be answered
 * @param options what may be chosen, for a choice
 */
public record Question(
    String code, String label, String kind, boolean required, List<String> options) {
  /** The kinds, in the order they are offered. */
  public static final List<String> KINDS = List.of("text", "long", "number", "choice", "yes");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,2})?");

  public Question {
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** The most characters an answer may have. */
  public int most() {
    return kind.equals("long") ? 2000 : 200;
  }

  /** What is wrong with this answer, or nothing. */
  Optional<String> problem(String answer) {
    if (answer.isEmpty()) {
      return required ? Optional.of("Please answer: " + label) : Optional.empty();
    }
    if (answer.length() > most()) {
      return Optional.of("Please keep this to at most %,d characters.".formatted(most()));
    }
    return switch (kind) {
      case "number" ->
          NUMBER.matcher(answer).matches()
              ? Optional.empty()
              : Optional.of("Give a number, such as 12 or 7.5.");
      case "choice" ->
          options.contains(answer)
              ? Optional.empty()
              : Optional.of("Choose one of the answers offered.");
      case "yes" ->
          answer.equals("yes") || answer.equals("no")
              ? Optional.empty()
              : Optional.of("Answer yes or no.");
      default -> Optional.empty();
    };
  }
}
