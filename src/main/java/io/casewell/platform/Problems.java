package io.casewell.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input: one sentence at each field, in the order found. A field is named as
 * the form or the JSON names it, e.g. {@code mustSkills[2].minLevel}.
 */
public final class Problems {
  private final Map<String, String> byField = new LinkedHashMap<>();

  /** Notes a problem; the first one at a field stays. */
  public void add(String field, String sentence) {
    byField.putIfAbsent(field, sentence);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return byField.isEmpty();
  }

  /** The sentence at this field, or null. */
  public @Nullable String at(String field) {
    return byField.get(field);
  }

  /** All of it, in the order found. */
  public Map<String, String> byField() {
    return new LinkedHashMap<>(byField);
  }

  /** One line for a log or a page's head. */
  public String summary() {
    int count = byField.size();
    return count == 1
        ? byField.values().iterator().next()
        : "There are " + count + " things to mend first.";
  }

  /** Refuses with everything found, or does nothing. */
  public void refuseIfAny() {
    if (!none()) {
      throw new Refusal.Invalid(this);
    }
  }
}
