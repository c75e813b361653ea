package io.casewell.notifications;

import java.util.Map;

/**
 * A mail in words: its subject and what its two templates need.
 *
 * @param template {@code mail/<template>.jte} for HTML and {@code mail/<template>Text.jte} for text
 * @param model the templates' parameters
 */
public record Letter(String subject, String template, Map<String, Object> model) {}
