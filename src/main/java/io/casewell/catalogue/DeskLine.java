package io.casewell.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the desk lists it.
 *
 * @param group its category or purpose, or empty
 * @param state what may be done with it, as a word
 * @param into the code it leads to, or null
 */
public record DeskLine(
    String code,
    String name,
    String group,
    List<String> synonyms,
    String state,
    String tone,
    @Nullable String into,
    @Nullable String intoName) {

  static DeskLine of(Entry entry, Shelf<? extends Entry> shelf) {
    var words = EditCatalogue.words(entry);
    var current = shelf.current(entry.code());
    boolean merged = !current.equals(entry.code());
    boolean offered = shelf.offered(entry.code());
    return new DeskLine(
        entry.code(),
        entry.name(),
        words.group().replace('_', ' '),
        entry.synonyms(),
        merged ? "Merged" : offered ? "Offered" : "Retired",
        merged ? "info" : offered ? "good" : "neutral",
        merged ? current : null,
        merged ? shelf.name(current) : null);
  }
}
