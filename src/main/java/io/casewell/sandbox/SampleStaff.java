package io.casewell.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes sample staff as import records: person number n is the same on every machine, from a fixed
 * seed; only dates follow the day. Skills go with the role, levels with the years, hours with the
 * zone, rates with all of it.
 */
final class SampleStaff {
  private static final long SEED = 20_261_123L;

  /** A zone with the weekly hours people there offer to American firms. */
  private record Place(String zone, int weight, String[][] days) {}

  private static final String[][] OFFICE = {
    {"09:00", "17:00"}, {"08:00", "16:30"}, {"10:00", "18:00"}
  };
  private static final String[][] LATE = {{"13:00", "21:00"}, {"14:00", "22:00"}};
  private static final String[][] NIGHT = {
    {"21:00", "05:00"}, {"20:00", "04:00"}, {"22:00", "06:00"}
  };
  private static final String[][] EVENING = {{"18:30", "02:30"}, {"17:30", "24:00"}};

  private static final List<Place> PLACES =
      List.of(
          new Place("America/New_York", 24, OFFICE),
          new Place("America/Chicago", 17, OFFICE),
          new Place("America/Los_Angeles", 14, OFFICE),
          new Place("America/Denver", 7, OFFICE),
          new Place("America/Phoenix", 4, OFFICE),
          new Place("Pacific/Honolulu", 1, OFFICE),
          new Place("Asia/Manila", 14, NIGHT),
          new Place("America/Bogota", 6, OFFICE),
          new Place("America/Mexico_City", 5, OFFICE),
          new Place("America/Argentina/Buenos_Aires", 3, OFFICE),
          new Place("Europe/London", 3, LATE),
          new Place("Asia/Kolkata", 3, EVENING),
          new Place("Africa/Johannesburg", 2, LATE));

  private final JsonMapper json;
  private final LocalDate today;
  private final JsonNode names;
  private final List<JsonNode> paralegalSkills = new ArrayList<>();
  private final List<JsonNode> caseManagerSkills = new ArrayList<>();
  private final JsonNode catalogue;

  SampleStaff(JsonMapper json, LocalDate today) {
    this.json = json;
    this.today = today;
    this.names = read("sandbox/names.json");
    this.catalogue = read("catalogue/catalogue.json");
    for (var skill : catalogue.get("skills")) {
      var affinity = skill.get("role_affinity");
      repeat(paralegalSkills, skill, affinity.get("paralegal").asDouble());
      repeat(caseManagerSkills, skill, affinity.get("case_manager").asDouble());
    }
  }

  private static void repeat(List<JsonNode> into, JsonNode skill, double affinity) {
    for (int i = 0; i < Math.round(affinity * 10); i++) {
      into.add(skill);
    }
  }

  private JsonNode read(String resource) {
    try (InputStream in = new ClassPathResource(resource).getInputStream()) {
      return json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How person number n is called from outside. */
  static String externalId(int n) {
    return "sample-%06d".formatted(n);
  }

  /** Person number n as one line of an import. */
  String line(int n) {
    return json.writeValueAsString(person(n));
  }

  Map<String, Object> person(int n) {
    var random = random(n);
    boolean paralegal = random.nextInt(100) < 56;
    boolean both = random.nextInt(100) < 12;
    int years = Math.min(1 + random.nextInt(8) + random.nextInt(10), 28);
    var place = place(random);
    boolean american = place.zone().startsWith("America/") && !foreign(place.zone());
    var first = pick(names.get("first"), random);
    var last = pick(names.get("last"), random);
    var person = new LinkedHashMap<String, Object>();
    person.put("externalId", externalId(n));
    person.put("name", first + " " + last);
    person.put("email", email(first, last, n));
    person.put("roles", roles(paralegal, both));
    person.put("skills", skills(paralegal, both, years, random));
    person.put("software", slugs(catalogue.get("software"), 2 + random.nextInt(5), random));
    person.put("credentials", credentials(paralegal || both, american, years, n, random));
    person.put("jurisdictions", jurisdictions(place, random));
    person.put("practiceAreas", areas(years, random));
    person.put("languages", languages(place, random));
    person.put("yearsExperience", years);
    person.put("zone", place.zone());
    person.put("hours", hours(place, random));
    int capacity = List.of(15, 20, 20, 25, 30, 30, 35, 40, 40, 40).get(random.nextInt(10));
    person.put("capacityHours", capacity);
    person.put("committedElsewhereHours", random.nextInt(3) == 0 ? 5 * random.nextInt(4) : 0);
    person.put("rateCents", rate(paralegal, american, years, random));
    int count = random.nextInt(4) == 0 ? 0 : random.nextInt(30);
    person.put("ratings", Map.of("count", count, "sum", ratingSum(count, random)));
    person.put("pastParties", parties(random));
    person.put("status", random.nextInt(100) < 94 ? "active" : "paused");
    return person;
  }

  private static RandomGenerator random(int n) {
    return new java.util.SplittableRandom(SEED * 31 + n);
  }

  private static boolean foreign(String zone) {
    return Set.of("America/Bogota", "America/Mexico_City", "America/Argentina/Buenos_Aires")
        .contains(zone);
  }

  private static Place place(RandomGenerator random) {
    int total = PLACES.stream().mapToInt(Place::weight).sum();
    int at = random.nextInt(total);
    for (var place : PLACES) {
      at -= place.weight();
      if (at < 0) {
        return place;
      }
    }
    throw new IllegalStateException();
  }

  private static String pick(JsonNode from, RandomGenerator random) {
    return from.get(random.nextInt(from.size())).asString();
  }

  private static String email(String first, String last, int n) {
    var plain =
        java.text.Normalizer.normalize(first + "." + last, java.text.Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return plain.toLowerCase(Locale.ROOT) + n + "@staff.example";
  }

  private static List<String> roles(boolean paralegal, boolean both) {
    return both
        ? List.of("paralegal", "case_manager")
        : List.of(paralegal ? "paralegal" : "case_manager");
  }

  private List<Map<String, Object>> skills(
      boolean paralegal, boolean both, int years, RandomGenerator random) {
    var chosen = new LinkedHashSet<String>();
    int wanted = 14 + random.nextInt(14);
    while (chosen.size() < wanted) {
      boolean first = !both || random.nextBoolean();
      var pool = paralegal == first ? paralegalSkills : caseManagerSkills;
      chosen.add(pool.get(random.nextInt(pool.size())).get("slug").asString());
    }
    var skills = new ArrayList<Map<String, Object>>();
    for (var slug : chosen) {
      int level = Math.clamp(1 + years / 4 + random.nextInt(3), 1, 5);
      skills.add(Map.of("skill", slug, "level", level, "verified", random.nextInt(100) < 45));
    }
    return skills;
  }

  private static List<String> slugs(JsonNode from, int wanted, RandomGenerator random) {
    var chosen = new LinkedHashSet<String>();
    while (chosen.size() < wanted) {
      // the first ones are the common ones
      int at = Math.min(random.nextInt(from.size()), random.nextInt(from.size()));
      chosen.add(from.get(at).get("slug").asString());
    }
    return List.copyOf(chosen);
  }

  private List<Map<String, Object>> credentials(
      boolean paralegal, boolean american, int years, int n, RandomGenerator random) {
    var held = new LinkedHashMap<String, Map<String, Object>>();
    int chance = american ? 62 : 24;
    if (!paralegal || random.nextInt(100) >= chance) {
      return List.of();
    }
    var codes = List.of("NALA-CP", "NFPA-RP", "NFPA-CRP", "NALS-PP", "AAPI-AACP", "NALS-ALP");
    int wanted = years > 8 && random.nextInt(3) == 0 ? 2 : 1;
    while (held.size() < wanted) {
      var code = codes.get(Math.min(random.nextInt(codes.size()), random.nextInt(codes.size())));
      held.put(code, credential(code, n, random));
    }
    return List.copyOf(held.values());
  }

  private Map<String, Object> credential(String code, int n, RandomGenerator random) {
    int number = 10_000 + Math.floorMod(n * 7919 + random.nextInt(900), 89_999);
    var until = today.plusDays(20 + random.nextInt(1500));
    return Map.of(
        "code",
        code,
        "number",
        Integer.toString(number),
        "validUntil",
        until.toString(),
        "verified",
        random.nextInt(100) < 78);
  }

  private List<String> jurisdictions(Place place, RandomGenerator random) {
    var all = catalogue.get("jurisdictions");
    var held = new LinkedHashSet<String>();
    for (var jurisdiction : all) {
      boolean home = jurisdiction.get("principal_tz").asString().equals(place.zone());
      if (random.nextInt(100) < (home ? 22 : 4)) {
        held.add(jurisdiction.get("code").asString());
      }
    }
    var big = List.of("CA", "NY", "TX", "FL", "IL");
    held.add(big.get(random.nextInt(big.size())));
    return List.copyOf(held);
  }

  private List<Map<String, Object>> areas(int years, RandomGenerator random) {
    var areas = new ArrayList<Map<String, Object>>();
    for (var slug : slugs(catalogue.get("practice_areas"), 1 + random.nextInt(4), random)) {
      areas.add(Map.of("area", slug, "years", 1 + random.nextInt(years)));
    }
    return areas;
  }

  private List<Map<String, Object>> languages(Place place, RandomGenerator random) {
    var languages = new ArrayList<Map<String, Object>>();
    boolean american = place.zone().startsWith("America/") && !foreign(place.zone());
    languages.add(Map.of("code", "en", "level", american ? 5 : 4 + random.nextInt(2)));
    if (foreign(place.zone())) {
      languages.add(Map.of("code", "es", "level", 5));
    } else if (place.zone().equals("Asia/Manila")) {
      languages.add(Map.of("code", "tl", "level", 5));
    } else if (random.nextInt(100) < 28) {
      languages.add(Map.of("code", "es", "level", 2 + random.nextInt(4)));
    }
    return languages;
  }

  private static List<Map<String, Object>> hours(Place place, RandomGenerator random) {
    var day = place.days()[random.nextInt(place.days().length)];
    var week = List.of("MON", "TUE", "WED", "THU", "FRI");
    return switch (random.nextInt(6)) {
      case 0 -> List.of(row(List.of("MON", "WED", "FRI"), day[0], day[1]));
      case 1 ->
          List.of(
              row(List.of("MON", "TUE", "WED", "THU"), day[0], day[1]),
              row(List.of("SAT"), "09:00", "13:00"));
      case 2 -> List.of(row(List.of("TUE", "WED", "THU", "FRI"), day[0], day[1]));
      default -> List.of(row(week, day[0], day[1]));
    };
  }

  private static Map<String, Object> row(List<String> days, String start, String end) {
    return Map.of("days", days, "start", start, "end", end);
  }

  private static int rate(boolean paralegal, boolean american, int years, RandomGenerator random) {
    int base = paralegal ? 3300 : 2700;
    int cents = base + years * 130 + random.nextInt(900) - (american ? 0 : 1100);
    return Math.max(1800, cents / 25 * 25);
  }

  private static int ratingSum(int count, RandomGenerator random) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Math.max(3 + random.nextInt(3), 3 + random.nextInt(3));
    }
    return sum;
  }

  private List<String> parties(RandomGenerator random) {
    var parties = new LinkedHashSet<String>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parties.add(pick(names.get("parties"), random));
    }
    return List.copyOf(parties);
  }

  /** The id a sample thing of this name has on every machine. */
  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
