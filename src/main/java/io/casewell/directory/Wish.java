package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Entry;
import io.casewell.catalogue.Mention;
import io.casewell.catalogue.Role;
import io.casewell.catalogue.Shelf;
import io.casewell.platform.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is looked for. What makes no sense reads as not asked: a page about to be read shall not fail
 * on a mistyped address.
 *
 * @param chosen the values of each facet
 * @param words typed words that name nothing we know
 * @param read typed words → what we took them for
 * @param sort the order
 * @param after where the page begins, or empty
 * @param lost whether the address asked for a place in the list that there is not
 */
public record Wish(
    Map<Facet, Set<String>> chosen,
    String words,
    Map<String, String> read,
    Sort sort,
    String after,
    boolean lost) {
  private static final int WORDS_MAX = 200;
  private static final int VALUES_MAX = 12;
  private static final List<Integer> HOURS = List.of(10, 20, 30, 40);

  static Wish of(Form query, Catalogue catalogue, boolean firm) {
    var chosen = new EnumMap<Facet, Set<String>>(Facet.class);
    for (var facet : Facet.values()) {
      var known = new LinkedHashSet<String>();
      query.texts(facet.field()).stream()
          .filter(value -> knows(facet, value, catalogue))
          .limit(facet.single() ? 1 : VALUES_MAX)
          .forEach(known::add);
      chosen.put(facet, known);
    }
    var typed = query.text("q");
    typed = typed.length() > WORDS_MAX ? typed.substring(0, WORDS_MAX).strip() : typed;
    var read = new LinkedHashMap<String, String>();
    boolean understood = typed.isEmpty() || read(typed, chosen, read, catalogue);
    var sort = Sort.of(query.text("sort")).filter(s -> firm || !s.firmsOnly()).orElse(Sort.HOURS);
    var after = query.text("after");
    boolean place = after.matches("-?\\d{1,9}~[0-9a-f-]{36}");
    return new Wish(
        chosen,
        understood ? "" : typed,
        read,
        sort,
        place ? after : "",
        query.has("page") || !after.isEmpty() && !place);
  }

  static List<String> hours() {
    return HOURS.stream().map(String::valueOf).toList();
  }

  private static boolean knows(Facet facet, String value, Catalogue catalogue) {
    return switch (facet) {
      case ROLE -> Role.of(value).isPresent();
      case HOURS -> hours().contains(value);
      case OVERLAP -> Office.options().contains(value);
      case SKILL -> catalogue.skills().has(value);
      case AREA -> catalogue.practiceAreas().has(value);
      case PLACE -> catalogue.jurisdictions().has(value);
      case LANGUAGE -> catalogue.languages().has(value);
      case SOFTWARE -> catalogue.software().has(value);
    };
  }

  /** Takes the words for what the catalogue makes of them; false when it knows none. */
  private static boolean read(
      String typed, Map<Facet, Set<String>> chosen, Map<String, String> read, Catalogue catalogue) {
    for (var mention : catalogue.read(typed).mentions()) {
      var facet = facet(mention.kind());
      if (facet != null && !mention.negated() && knows(facet, mention.code(), catalogue)) {
        take(facet, mention.code(), mention.phrase(), chosen, read, catalogue);
      }
    }
    return !read.isEmpty()
        || nearest(Facet.SKILL, catalogue.skills(), typed, chosen, read, catalogue)
        || nearest(Facet.SOFTWARE, catalogue.software(), typed, chosen, read, catalogue)
        || nearest(Facet.AREA, catalogue.practiceAreas(), typed, chosen, read, catalogue)
        || nearest(Facet.LANGUAGE, catalogue.languages(), typed, chosen, read, catalogue)
        || nearest(Facet.PLACE, catalogue.jurisdictions(), typed, chosen, read, catalogue);
  }

  private static boolean nearest(
      Facet facet,
      Shelf<? extends Entry> shelf,
      String typed,
      Map<Facet, Set<String>> chosen,
      Map<String, String> read,
      Catalogue catalogue) {
    var found = shelf.search(typed, 1);
    found.forEach(one -> take(facet, one.entry().code(), typed, chosen, read, catalogue));
    return !found.isEmpty();
  }

  private static void take(
      Facet facet,
      String code,
      String phrase,
      Map<Facet, Set<String>> chosen,
      Map<String, String> read,
      Catalogue catalogue) {
    var values = chosen.getOrDefault(facet, Set.of());
    if (facet.single()) {
      values.clear();
    }
    if (values.size() < VALUES_MAX) {
      values.add(code);
      read.put(phrase, words(facet, code, catalogue));
    }
  }

  private static @org.jspecify.annotations.Nullable Facet facet(Mention.Kind kind) {
    return switch (kind) {
      case SKILL -> Facet.SKILL;
      case SOFTWARE -> Facet.SOFTWARE;
      case LANGUAGE -> Facet.LANGUAGE;
      case PRACTICE_AREA -> Facet.AREA;
      case JURISDICTION -> Facet.PLACE;
      case TITLE -> Facet.ROLE;
      case CREDENTIAL, CERTIFICATION, OUT_OF_SCOPE -> null;
    };
  }

  /** A facet's value as a person reads it. */
  static String words(Facet facet, String value, Catalogue catalogue) {
    return switch (facet) {
      case ROLE -> Role.of(value).map(Role::label).orElse(value);
      case HOURS -> value + " or more";
      case OVERLAP -> Office.words(value);
      case SKILL -> catalogue.skills().name(value);
      case AREA -> catalogue.practiceAreas().name(value);
      case PLACE -> catalogue.jurisdictions().name(value);
      case LANGUAGE -> catalogue.languages().name(value);
      case SOFTWARE -> catalogue.software().name(value);
    };
  }

  /** What is chosen of a facet. */
  public Set<String> chosen(Facet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  /** Whether anything is left out. */
  public boolean filters() {
    return !words.isEmpty() || chosen.values().stream().anyMatch(values -> !values.isEmpty());
  }

  /** The address of this list from this place on. */
  public String from(String place) {
    return address(chosen, place);
  }

  /** The address of the list without this value. */
  public String without(Facet facet, String value) {
    var rest = new EnumMap<Facet, Set<String>>(Facet.class);
    rest.putAll(chosen);
    var values = new LinkedHashSet<>(chosen(facet));
    values.remove(value);
    rest.put(facet, values);
    return address(rest, "");
  }

  private String address(Map<Facet, Set<String>> values, String place) {
    var parts = new ArrayList<String>();
    values.forEach((facet, all) -> all.forEach(value -> parts.add(part(facet.field(), value))));
    if (sort != Sort.HOURS) {
      parts.add(part("sort", sort.code()));
    }
    if (!place.isEmpty()) {
      parts.add(part("after", place));
    }
    return parts.isEmpty() ? "/talent" : "/talent?" + String.join("&", parts);
  }

  private static String part(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
