package io.casewell.operations;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Lines as an importing system would send them. */
final class SampleLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> SKILLS =
      List.of("legal-research", "cite-checking", "case-law-analysis");
  private static final List<String> ZONES =
      List.of("America/New_York", "America/Los_Angeles", "Asia/Manila", "Europe/London");

  private SampleLines() {}

  /** A good record, whose fields a test may change. */
  static Map<String, Object> record(String externalId) {
    var record = new TreeMap<String, Object>();
    record.put("externalId", externalId);
    record.put("name", "Dana Reyes");
    record.put("email", "dana@example.com");
    record.put("roles", List.of("paralegal"));
    record.put("skills", List.of(Map.of("skill", "cite-checking", "level", 4, "verified", true)));
    record.put("software", List.of("clio"));
    record.put(
        "credentials",
        List.of(
            Map.of(
                "code", "NALA-CP", "number", "123", "validUntil", "2028-05-31", "verified", true)));
    record.put("jurisdictions", List.of("CA"));
    record.put("practiceAreas", List.of(Map.of("area", "personal-injury", "years", 6)));
    record.put("languages", List.of(Map.of("code", "en", "level", 5)));
    record.put("yearsExperience", 9);
    record.put("zone", "America/New_York");
    record.put(
        "hours", List.of(Map.of("days", List.of("MON", "TUE"), "start", "09:00", "end", "17:00")));
    record.put("capacityHours", 40);
    record.put("committedElsewhereHours", 10);
    record.put("rateCents", 4200);
    record.put("ratings", Map.of("count", 12, "sum", 57));
    record.put("pastParties", List.of("Acme Corp."));
    record.put("status", "active");
    return record;
  }

  static String line(String externalId) {
    return text(record(externalId));
  }

  static String text(Map<String, ?> record) {
    return JSON.writeValueAsString(record);
  }

  /** Somebody who differs from the next in most fields. */
  static String varied(String prefix, int i) {
    var random = new Random(i);
    var record = record(prefix + i);
    record.put("name", "Person" + i + " Family" + random.nextInt(1000));
    record.put(
        "skills",
        List.of(
            Map.of(
                "skill", SKILLS.get(i % 3),
                "level", 1 + random.nextInt(5),
                "verified", random.nextBoolean())));
    record.put("zone", ZONES.get(i % 4));
    record.put("rateCents", 2000 + random.nextInt(6000));
    record.put("pastParties", List.of("Acme " + i + " Corp.", "Party " + random.nextInt(10_000)));
    return text(record);
  }
}
