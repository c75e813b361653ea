package io.casewell.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All entries of one kind, in the catalogue's order, found by code or by what a person types. */
public final class Shelf<E extends Entry> {
  /** No query a person types is longer; the rest of a longer one is not read. */
  private static final int QUERY_MAX = 100;

  private final Map<String, E> byCode = new LinkedHashMap<>();
  private final List<Label<E>> labels = new ArrayList<>();

  /** A name or synonym, ready to compare. */
  private record Label<E>(E entry, String text, @Nullable String synonym, List<String> words) {
    String plain() {
      return String.join(" ", words);
    }
  }

  private record Scored<E>(Label<E> label, int score) {}

  private final Map<String, E> own = new LinkedHashMap<>();
  private final List<E> offered;
  private final Set<String> retired;
  private final Map<String, String> merged;

  Shelf(List<E> entries) {
    this(entries, Set.of(), Map.of());
  }

  /**
   * Entries, some of them offered no more.
   *
   * @param retired codes that still count where they stand and are offered no more
   * @param merged codes that lead to another, each with the one it leads to in the end
   */
  Shelf(List<E> entries, Set<String> retired, Map<String, String> merged) {
    this.retired = retired;
    this.merged = merged;
    entries.forEach(entry -> own.put(entry.code(), entry));
    for (var entry : entries) {
      var target = own.get(merged.getOrDefault(entry.code(), entry.code()));
      byCode.put(entry.code(), target == null ? entry : target);
      if (offered(entry.code())) {
        addLabel(entry, entry.name(), null);
        addLabel(entry, entry.code(), null);
        entry.synonyms().forEach(synonym -> addLabel(entry, synonym, synonym));
      }
    }
    offered = entries.stream().filter(entry -> offered(entry.code())).toList();
    // what was merged is found by its old names, too, behind the target's own
    merged.forEach((code, into) -> {
      var target = own.get(into);
      var gone = own.get(code);
      if (target != null && gone != null && offered(into)) {
        addLabel(target, gone.name(), gone.name());
        gone.synonyms().forEach(synonym -> addLabel(target, synonym, synonym));
      }
    });
  }

  /** Whether the entry of this code may be chosen: there, not retired, not merged. */
  public boolean offered(String code) {
    return own.containsKey(code) && !retired.contains(code) && !merged.containsKey(code);
  }

  /** The code that this one leads to; itself where it was not merged. */
  public String current(String code) {
    return merged.getOrDefault(code, code);
  }

  /** Whether any code leads to another. */
  public boolean merges() {
    return !merged.isEmpty();
  }

  /** The entry that has this very code, offered or not, or null. */
  @Nullable E own(String code) {
    return own.get(code);
  }

  /** Every entry there ever was, in the catalogue's order. */
  List<E> ever() {
    return List.copyOf(own.values());
  }

  private void addLabel(E entry, String text, @Nullable String synonym) {
    var words = Words.of(text);
    boolean known =
        labels.stream().anyMatch(l -> l.entry().equals(entry) && l.words().equals(words));
    if (!words.isEmpty() && !known) {
      labels.add(new Label<>(entry, text, synonym, words));
    }
  }

  /** Every entry that is offered. */
  public List<E> all() {
    return offered;
  }

  /** The entry of this code, retired or not, or the one it leads to; if there is one. */
  public Optional<E> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The entry that is offered under exactly this name, code or synonym, whatever its case. */
  public Optional<E> said(String word) {
    return word.isBlank()
        ? Optional.empty()
        : search(word, 3).stream()
            .filter(found -> says(found, word.strip()))
            .map(Found::entry)
            .findFirst();
  }

  private static boolean says(Found<? extends Entry> found, String word) {
    var synonym = found.synonym();
    return found.entry().name().equalsIgnoreCase(word)
        || found.entry().code().equalsIgnoreCase(word)
        || (synonym != null && synonym.equalsIgnoreCase(word));
  }

  /** Whether there is an entry of this code. */
  public boolean has(String code) {
    return byCode.containsKey(code);
  }

  /** The name of the entry of this code; the code itself where it is not known. */
  public String name(String code) {
    var entry = byCode.get(code);
    return entry == null ? code : entry.name();
  }

  /**
   * The entries that match what was typed, best first: whole names before beginnings, beginnings
   * before single words, those before small typos. Case, accents and punctuation do not count. An
   * empty text finds everything in the catalogue's order.
   *
   * @param limit most entries wanted
   */
  public List<Found<E>> search(String text, int limit) {
    var query = Words.of(text.length() > QUERY_MAX ? text.substring(0, QUERY_MAX) : text);
    if (query.isEmpty()) {
      return text.isBlank()
          ? all().stream().limit(limit).map(e -> new Found<>(e, null)).toList()
          : List.of();
    }
    var best = new LinkedHashMap<String, Scored<E>>();
    for (var label : labels) {
      int score = score(query, label);
      var sofar = best.get(label.entry().code());
      if (score > 0 && (sofar == null || score > sofar.score())) {
        best.put(label.entry().code(), new Scored<>(label, score));
      }
    }
    return inOrder(best.values().stream()).limit(limit).map(Shelf::found).toList();
  }

  private static <E extends Entry> Stream<Scored<E>> inOrder(Stream<Scored<E>> found) {
    return found.sorted(
        Comparator.comparingInt((Scored<E> s) -> -s.score())
            .thenComparingInt(s -> s.label().text().length())
            .thenComparing(s -> s.label().entry().name()));
  }

  private static <E extends Entry> Found<E> found(Scored<E> scored) {
    return new Found<>(scored.label().entry(), scored.label().synonym());
  }

  private static int score(List<String> query, Label<?> label) {
    var whole = String.join(" ", query);
    var plain = label.plain();
    int byName = label.synonym() == null ? 1 : 0;
    if (plain.equals(whole)) {
      return 1000 + byName;
    }
    if (plain.startsWith(whole)) {
      return 900 + byName;
    }
    if (plain.contains(" " + whole)) {
      return 800 + byName;
    }
    int typos = 0;
    for (var word : query) {
      int distance = nearest(word, label.words());
      if (distance < 0) {
        return 0;
      }
      typos += distance;
    }
    return typos == 0 ? 700 + byName : Math.max(1, 500 - 100 * typos + byName);
  }

  /** How far the closest word, or a word's beginning, is; -1 when none is close. */
  private static int nearest(String typed, List<String> words) {
    int allowed = typed.length() < 4 ? 0 : typed.length() < 8 ? 1 : 2;
    int best = -1;
    for (var word : words) {
      if (word.startsWith(typed)) {
        return 0;
      }
      int distance = allowed == 0 ? 1 : Typos.toBeginning(typed, word, allowed);
      if (distance <= allowed && (best < 0 || distance < best)) {
        best = distance;
      }
    }
    return best;
  }
}
