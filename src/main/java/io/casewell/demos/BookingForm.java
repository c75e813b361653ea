package io.casewell.demos;

import io.casewell.platform.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The booking form as it stands on the page: what was typed, right or wrong.
 *
 * @param start the chosen moment, as it is posted
 * @param zone the visitor's
 * @param when the chosen time in words
 * @param held until when it is held, in words, or null
 * @param with the account of the one person wanted, or empty
 * @param key the idempotency key
 * @param advised what the advisor said, in words, when it comes along; else empty
 */
public record BookingForm(
    DemoType type,
    String start,
    String zone,
    String day,
    String when,
    @Nullable String held,
    String with,
    String key,
    Map<String, String> typed,
    boolean textsOffered,
    String advised) {
  private static final List<String> FIELDS =
      List.of("name", "email", "firm", "phone", "texts", "guests");

  /** What was typed into a field. */
  public String text(String field) {
    return typed.getOrDefault(field, "");
  }

  static Map<String, String> typed(Form form, DemoType type) {
    var typed = new LinkedHashMap<String, String>();
    FIELDS.forEach(field -> typed.put(field, form.text(field)));
    type.terms()
        .questions()
        .forEach(q -> typed.put("answers." + q.code(), form.text("answers." + q.code())));
    return typed;
  }

  /** A choice's options as a select reads them. */
  public static Map<String, String> options(Question question) {
    var options = new LinkedHashMap<String, String>();
    if (question.kind().equals("yes")) {
      options.put("yes", "Yes");
      options.put("no", "No");
    }
    question.options().forEach(option -> options.put(option, option));
    return options;
  }
}
