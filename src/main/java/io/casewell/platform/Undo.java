package io.casewell.platform;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What brings back what was just removed: the form that would add it again, offered for ten seconds
 * beside the sentence that says it is gone.
 *
 * @param action where the form is posted, a path of our own
 * @param fields its fields: name → value
 */
public record Undo(String action, Map<String, String> fields) {
  /** As it is carried over a redirect. */
  String text() {
    return action
        + "?"
        + fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What was carried; null when it is nothing of ours. */
  static @Nullable Undo of(String text) {
    int end = text.indexOf('?');
    if (end < 1 || !SafePath.of(text.substring(0, end)).equals(text.substring(0, end))) {
      return null;
    }
    var fields = new LinkedHashMap<String, String>();
    try {
      for (var field : text.substring(end + 1).split("&")) {
        int is = field.indexOf('=');
        if (is > 0) {
          fields.put(decoded(field.substring(0, is)), decoded(field.substring(is + 1)));
        }
      }
    } catch (IllegalArgumentException _) {
      return null;
    }
    return new Undo(text.substring(0, end), fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
