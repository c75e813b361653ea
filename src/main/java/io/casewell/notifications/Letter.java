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
}
