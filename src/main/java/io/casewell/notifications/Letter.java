package io.casewell.notifications;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail in words: its subject and what its two templates need.
 *
 * @param template {@code mail/<template>.jte} for HTML and {@code mail/<template>Text.jte} for text
 * @param model the templates' parameters
 * @param invite the calendar file that goes with it, or null
 */
public record Letter(
    String subject, String template, Map<String, Object> model, @Nullable Invite invite) {
  public Letter(String subject, String template, Map<String, Object> model) {
    this(subject, template, model, null);
  }

  /**
   * A letter on the plain sheet.
   *
   * @param link where its one button leads
   * @param choices where its reader may say no to its kind, or empty
   */
  static Letter plain(Words words, String name, String link, String choices) {
    return plain(words, name, link, choices, null);
  }

  /** The same with a calendar file, or null. */
  static Letter plain(
      Words words, String name, String link, String choices, @Nullable Invite invite) {
    var model =
        Map.<String, Object>of("name", name, "words", words, "link", link, "choices", choices);
    return new Letter(words.title(), "plain", model, invite);
  }
}
