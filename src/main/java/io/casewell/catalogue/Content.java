package io.casewell.catalogue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it stands after some steps: the file, then each step in order. Never changes.
 */
final class Content {
  final String version;
  final long number;
  final Shelf<Skill> skills;
  final Shelf<Software> software;
  final Shelf<Credential> credentials;
  final Shelf<PracticeArea> practiceAreas;
  final Shelf<Jurisdiction> jurisdictions;
  final Shelf<Language> languages;
  final Reader reader;

  private Content(CatalogueFile file, List<Edit> edits) {
    number = edits.isEmpty() ? 0 : edits.getLast().number();
    version = number == 0 ? file.version() : file.version() + "+" + number;
    skills = shelf(file.skills(), edits, ShelfName.SKILLS, Content::skill);
    software = shelf(file.software(), edits, ShelfName.SOFTWARE, Content::program);
    credentials = new Shelf<>(file.credentials());
    practiceAreas = shelf(file.practiceAreas(), edits, ShelfName.PRACTICE_AREAS, Content::area);
    jurisdictions = new Shelf<>(file.jurisdictions());
    languages = shelf(file.languages(), edits, ShelfName.LANGUAGES, Content::language);
    reader = new Reader(Lexicon.of(this, file));
  }

  static Content of(CatalogueFile file, List<Edit> edits) {
    return new Content(file, edits);
  }

  /** What is being changed, or nothing where an entry is new. */
  private record Was<E>(@Nullable E entry, String code) {}

  private static <E extends Entry> Shelf<E> shelf(
      List<E> base, List<Edit> edits, ShelfName name, BiFunction<Was<E>, Edit.Words, E> changing) {
    var entries = new LinkedHashMap<String, E>();
    base.forEach(entry -> entries.put(entry.code(), entry));
    var retired = new HashSet<String>();
    var merged = new HashMap<String, String>();
    for (var edit : edits) {
      if (edit.shelf() == name) {
        var words = edit.words();
        switch (edit.kind()) {
          case ADD, CHANGE -> {
            if (words != null) {
              var was = new Was<>(entries.get(edit.code()), edit.code());
              entries.put(edit.code(), changing.apply(was, words));
            }
          }
          case RETIRE -> retired.add(edit.code());
          case RESTORE -> {
            retired.remove(edit.code());
            merged.remove(edit.code());
          }
          case MERGE -> merged.put(edit.code(), String.valueOf(edit.into()));
        }
      }
    }
    return new Shelf<>(List.copyOf(entries.values()), Set.copyOf(retired), ends(merged, entries));
  }

  /** Where each merged code leads in the end, however often what it led to was merged on. */
  private static Map<String, String> ends(Map<String, String> merged, Map<String, ?> entries) {
    var ends = new HashMap<String, String>();
    merged
        .keySet()
        .forEach(code -> {
          var seen = new HashSet<String>();
          var at = code;
          while (merged.containsKey(at) && seen.add(at)) {
            at = merged.getOrDefault(at, at);
          }
          if (!at.equals(code) && entries.containsKey(at)) {
            ends.put(code, at);
          }
        });
    return Map.copyOf(ends);
  }

  private static Skill skill(Was<Skill> was, Edit.Words words) {
    var before = was.entry();
    return before == null
        ? new Skill(
            was.code(),
            words.name(),
            words.group(),
            Set.copyOf(EnumSet.allOf(Role.class)),
            50,
            50,
            words.synonyms(),
            List.of())
        : new Skill(
            before.slug(),
            words.name(),
            words.group(),
            before.primary(),
            before.paralegalWeight(),
            before.caseManagerWeight(),
            words.synonyms(),
            before.duties());
  }

  private static Software program(Was<Software> was, Edit.Words words) {
    return new Software(was.code(), words.name(), words.vendor(), words.group(), words.synonyms());
  }

  private static PracticeArea area(Was<PracticeArea> was, Edit.Words words) {
    return new PracticeArea(was.code(), words.name(), words.synonyms());
  }

  private static Language language(Was<Language> was, Edit.Words words) {
    return new Language(was.code(), words.name(), words.synonyms());
  }

  /** The shelf of this name. */
  Shelf<? extends Entry> shelf(ShelfName name) {
    return switch (name) {
      case SKILLS -> skills;
      case SOFTWARE -> software;
      case PRACTICE_AREAS -> practiceAreas;
      case LANGUAGES -> languages;
    };
  }

  /** The shelf that a kind of mention names entries of, or null where none may change. */
  @Nullable Shelf<? extends Entry> shelf(Mention.Kind kind) {
    return switch (kind) {
      case SKILL -> skills;
      case SOFTWARE -> software;
      case PRACTICE_AREA -> practiceAreas;
      case LANGUAGE -> languages;
      default -> null;
    };
  }

  /** The groups that entries of a shelf stand in. */
  static <E> List<String> groups(List<E> entries, Function<E, String> group) {
    var groups = new LinkedHashSet<String>();
    entries.forEach(entry -> groups.add(group.apply(entry)));
    return groups.stream().sorted().toList();
  }
}
