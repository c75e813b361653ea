package io.casewell.talent;

import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Shelf;
import io.casewell.platform.Form;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands in a picker: stored, or as it was typed.
 *
 * @param chosen code → words
 * @param numbers code → the number beside it
 * @param typed words not understood yet
 */
public record Picks(Map<String, String> chosen, Map<String, String> numbers, String typed) {

  /** Collects what is stored. */
  static final class Stored {
    private final Map<String, String> chosen = new LinkedHashMap<>();
    private final Map<String, String> numbers = new LinkedHashMap<>();

    void add(String code, String words) {
      chosen.put(code, words);
    }

    /** Where two entries were merged into one, the higher number stands. */
    void add(String code, String words, int number) {
      var there = numbers.get(code);
      if (there == null || Integer.parseInt(there) < number) {
        add(code, words);
        numbers.put(code, String.valueOf(number));
      }
    }

    Picks picks() {
      return new Picks(chosen, numbers, "");
    }
  }

  /** What was typed into this picker; codes the catalogue does not know are left out. */
  static Picks typed(Form form, String name, String prefix, Shelf<? extends Entry> shelf) {
    var stored = new Stored();
    form.texts(name).stream()
        .filter(shelf::has)
        .forEach(code -> {
          stored.add(code, shelf.name(code));
          stored.numbers.put(code, form.text(prefix + code));
        });
    return new Picks(stored.chosen, stored.numbers, form.text(name + "Text"));
  }
}
