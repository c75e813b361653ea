package io.casewell.talent;

import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Shelf;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What {@code components/picker} posted: the codes that are ticked, and words that were typed, set
 * apart by commas, which the catalogue understands.
 */
final class Picked<E extends Entry> {
  private static final int MOST = 200;

  private final String name;
  private final Shelf<E> shelf;
  private final Form form;
  private final Problems problems;

  Picked(String name, Shelf<E> shelf, Form form, Problems problems) {
    this.name = name;
    this.shelf = shelf;
    this.form = form;
    this.problems = problems;
  }

  /** The codes, none twice; empty when something is wrong. */
  Optional<List<String>> codes() {
    Set<String> codes = new LinkedHashSet<>();
    for (var code : form.texts(name)) {
      if (shelf.has(code)) {
        codes.add(code);
      } else {
        problems.add(name, "One of these is not in our catalogue. Please choose again.");
      }
    }
    for (var words : form.text(name + "Text").split(",")) {
      if (!words.isBlank()) {
        understood(words.strip()).ifPresent(codes::add);
      }
    }
    if (codes.size() > MOST) {
      problems.add(name, "Please choose at most 200.");
    }
    return problems.none() ? Optional.of(List.copyOf(codes)) : Optional.empty();
  }

  private Optional<String> understood(String words) {
    var found = shelf.search(words, 1).stream().findFirst();
    if (found.isEmpty()) {
      problems.add(
          name, "We know nothing called “" + shortened(words) + "”. Try other words for it.");
    }
    return found.map(one -> one.entry().code());
  }

  private static String shortened(String words) {
    return words.codePointCount(0, words.length()) <= 40
        ? words
        : words.substring(0, words.offsetByCodePoints(0, 40)) + "…";
  }

  /**
   * The codes, each with the whole number its own field gives; empty when something is wrong.
   *
   * @param otherwise the number of what was typed without one
   */
  <T> Optional<List<T>> numbered(
      String prefix, int min, int max, int otherwise, BiFunction<String, Integer, T> making) {
    return codes()
        .flatMap(codes -> {
          var all = new ArrayList<T>();
          for (var code : codes) {
            var typed = form.text(prefix + code);
            int number = typed.isEmpty() ? otherwise : number(typed, min, max);
            if (number < min) {
              problems.add(name, "Choose how much for each: from the list beside it.");
            } else {
              all.add(making.apply(code, number));
            }
          }
          return problems.none() ? Optional.of(List.copyOf(all)) : Optional.empty();
        });
  }

  /** The whole number when it lies between these, else one below the least. */
  static int number(String typed, int min, int max) {
    boolean fine = typed.matches("\\d{1,4}");
    int number = fine ? Integer.parseInt(typed) : min - 1;
    return number >= min && number <= max ? number : min - 1;
  }
}
