package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a firm says of itself.
 *
 * @param jurisdiction the code of its home
 * @param size a word of {@link #SIZES}
 * @param zone the name of its time zone
 * @param practiceAreas slugs of the catalogue
 */
record FirmDetails(
    String name, String jurisdiction, String size, String zone, List<String> practiceAreas) {
  private static final int NAME_MAX = 200;

  /** How many people work there: the stored word → the words a person reads. */
  static final Map<String, String> SIZES = sizes();

  private static Map<String, String> sizes() {
    var sizes = new LinkedHashMap<String, String>();
    sizes.put("1", "One person");
    sizes.put("2–10", "2 to 10 people");
    sizes.put("11–50", "11 to 50 people");
    sizes.put("51–200", "51 to 200 people");
    sizes.put("over 200", "More than 200 people");
    return sizes;
  }

  /** The size in words. */
  static String sizeInWords(String size) {
    return SIZES.getOrDefault(size, size + " people");
  }

  /** States and the district: code → name. */
  static Map<String, String> states(Catalogue catalogue) {
    var states = new LinkedHashMap<String, String>();
    for (var one : catalogue.jurisdictions().all()) {
      if (!one.zones().isEmpty()) {
        states.put(one.code(), one.name());
      }
    }
    return states;
  }

  /** The time zones of the states: id → words. */
  static Map<String, String> zones(Catalogue catalogue) {
    var zones = new LinkedHashMap<String, String>();
    for (var one : catalogue.jurisdictions().all()) {
      one.zones().forEach(zone -> zones.putIfAbsent(zone.getId(), words(zone)));
    }
    return zones;
  }

  /** A time zone in words, e.g. "Eastern Time, New York". */
  static String words(ZoneId zone) {
    var city = zone.getId().substring(zone.getId().lastIndexOf('/') + 1).replace('_', ' ');
    return zone.getDisplayName(TextStyle.FULL, Locale.US) + ", " + city;
  }

  static FirmDetails of(Firm firm) {
    return new FirmDetails(
        firm.name(), firm.jurisdiction(), firm.size(), firm.zone(), List.of(firm.practiceAreas()));
  }

  /** Reads the form and notes what is wrong; what is returned then serves for nothing. */
  static FirmDetails read(Form form, Catalogue catalogue, Problems problems) {
    var name = form.text("name");
    if (name.isEmpty()
        || name.length() > NAME_MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      problems.add("name", "Give the firm's name in at most 200 characters on one line.");
    }
    var state = form.text("jurisdiction");
    if (!states(catalogue).containsKey(state)) {
      problems.add("jurisdiction", "Choose the state the firm is at home in.");
    }
    if (!SIZES.containsKey(form.text("size"))) {
      problems.add("size", "Choose how many people work in the firm.");
    }
    var areas = FirmFields.areas(form, catalogue);
    if (areas.isEmpty() || !areas.stream().allMatch(catalogue.practiceAreas()::has)) {
      problems.add("areas", "Choose at least one field of law.");
    } else if (!FirmFields.unknown(form, catalogue).isEmpty()) {
      problems.add(
          "areas",
          "We know no field of law called “"
              + FirmFields.unknown(form, catalogue)
              + "”. Choose one that is offered, or take it out.");
    }
    return new FirmDetails(
        name, state, form.text("size"), zone(form.text("zone"), state, catalogue, problems), areas);
  }

  private static String zone(String typed, String state, Catalogue catalogue, Problems problems) {
    if (typed.isEmpty()) {
      return catalogue
          .jurisdictions()
          .find(state)
          .flatMap(found -> found.zones().stream().findFirst())
          .map(ZoneId::getId)
          .orElse("");
    }
    if (!zones(catalogue).containsKey(typed)) {
      problems.add("zone", "Choose one of the time zones.");
    }
    return typed;
  }
}
