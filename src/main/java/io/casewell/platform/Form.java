package io.casewell.platform;

import java.text.Normalizer;
import java.util.List;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What a form posted, as text. Only the names a use case asks for are read, so an extra field does
 * nothing. Text comes trimmed and in NFC; a missing field reads as the empty text. Refuses NUL and
 * lone surrogates, which PostgreSQL cannot keep, at the field.
 */
public final class Form {
  private final MultiValueMap<String, String> fields;

  private Form(MultiValueMap<String, String> fields) {
    this.fields = fields;
  }

  /** Reads posted or queried fields. */
  public static Form of(MultiValueMap<String, String> raw) {
    var clean = new LinkedMultiValueMap<String, String>();
    var problems = new Problems();
    raw.forEach((name, values) -> {
      for (var value : values) {
        clean.add(name, clean(name, value == null ? "" : value, problems));
      }
    });
    problems.refuseIfAny();
    return new Form(clean);
  }

  /** A form with nothing in it. */
  public static Form empty() {
    return new Form(new LinkedMultiValueMap<>());
  }

  /** The field's first text, or empty. */
  public String text(String name) {
    var value = fields.getFirst(name);
    return value == null ? "" : value;
  }

  /** All texts of the field, blanks left out. */
  public List<String> texts(String name) {
    return fields.getOrDefault(name, List.of()).stream().filter(text -> !text.isBlank()).toList();
  }

  /**
   * All texts of the field in their places, blanks too; for rows of several fields side by side.
   */
  public List<String> column(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Whether the field was posted at all. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The text in NFC and trimmed, or a problem at the field. */
  public static String clean(String field, String text, Problems problems) {
    if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
      problems.add(
          field, "This text holds characters that cannot be stored. Please type it again.");
      return "";
    }
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
