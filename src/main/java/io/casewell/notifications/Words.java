package io.casewell.notifications;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody is told, as a mail and a notice both say it.
 *
 * @param title the mail's subject and the notice's first line
 * @param text what it means and what to do
 * @param facts short lines with their names, in order, e.g. When: Tuesday, May 12
 * @param quote what a person wrote about it, or empty
 * @param action the words of the one thing to press
 * @param path where that leads
 */
public record Words(
    String title,
    String text,
    Map<String, String> facts,
    String quote,
    String action,
    String path) {
  Words(String title, String text, String quote, String action, String path) {
    this(title, text, Map.of(), quote, action, path);
  }

  /** The same with this fact after the others; an empty one is left out. */
  Words with(String name, String fact) {
    if (fact.isEmpty()) {
      return this;
    }
    var more = new LinkedHashMap<>(facts);
    more.put(name, fact);
    return new Words(title, text, more, quote, action, path);
  }
}
