package io.casewell.sandbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** The two professionals among the personas, made so that raising a skill moves them up. */
record SamplePeople(JsonMapper json, LocalDate today) {
  private static final Map<String, Object> OFFICE_WEEK =
      Map.of("days", List.of("MON", "TUE", "WED", "THU", "FRI"), "start", "09:00", "end", "17:00");

  Flux<String> lines() {
    return Flux.just(paralegal(), caseManager()).map(json::writeValueAsString);
  }

  private static Map<String, Object> skill(String slug, int level, boolean verified) {
    return Map.of("skill", slug, "level", level, "verified", verified);
  }

  private Map<String, Object> paralegal() {
    return Map.ofEntries(
        Map.entry("externalId", "persona-paralegal"),
        Map.entry("name", "Dana Reyes"),
        Map.entry("email", "paralegal@sandbox.example"),
        Map.entry("roles", List.of("paralegal")),
        Map.entry(
            "skills",
            List.of(
                skill("legal-research", 4, true),
                skill("discovery-drafting", 3, true),
                skill("medical-chronology", 3, false),
                skill("deposition-summaries", 3, true),
                skill("trial-preparation", 3, false),
                skill("cite-checking", 4, true),
                skill("exhibit-preparation", 3, false))),
        Map.entry("software", List.of("clio", "westlaw", "ms-word", "acrobat")),
        Map.entry(
            "credentials",
            List.of(
                Map.of(
                    "code",
                    "NALA-CP",
                    "number",
                    "48213",
                    "validUntil",
                    today.plusDays(900).toString(),
                    "verified",
                    true))),
        Map.entry("jurisdictions", List.of("NY", "NJ", "CA")),
        Map.entry(
            "practiceAreas",
            List.of(
                Map.of("area", "personal-injury", "years", 6),
                Map.of("area", "civil-litigation", "years", 4))),
        Map.entry(
            "languages",
            List.of(Map.of("code", "en", "level", 5), Map.of("code", "es", "level", 3))),
        Map.entry("yearsExperience", 9),
        Map.entry("zone", "America/New_York"),
        Map.entry("hours", List.of(OFFICE_WEEK)),
        Map.entry("capacityHours", 40),
        Map.entry("committedElsewhereHours", 10),
        Map.entry("rateCents", 4800),
        Map.entry("ratings", Map.of("count", 12, "sum", 57)),
        Map.entry("pastParties", List.of("Brightwater Logistics LLC")),
        Map.entry("status", "active"));
  }

  private Map<String, Object> caseManager() {
    return Map.ofEntries(
        Map.entry("externalId", "persona-case-manager"),
        Map.entry("name", "Tomas Lindqvist"),
        Map.entry("email", "case-manager@sandbox.example"),
        Map.entry("roles", List.of("case_manager")),
        Map.entry(
            "skills",
            List.of(
                skill("case-progress-tracking", 4, true),
                skill("client-status-updates", 4, true),
                skill("medical-records-retrieval", 3, true),
                skill("insurance-adjuster-liaison", 3, false),
                skill("calendar-management", 5, true),
                skill("client-intake", 3, false))),
        Map.entry("software", List.of("filevine", "clio", "ms-outlook")),
        Map.entry("credentials", List.of()),
        Map.entry("jurisdictions", List.of("IL", "NY")),
        Map.entry(
            "practiceAreas",
            List.of(
                Map.of("area", "personal-injury", "years", 5),
                Map.of("area", "workers-compensation", "years", 3))),
        Map.entry(
            "languages",
            List.of(Map.of("code", "en", "level", 5), Map.of("code", "es", "level", 4))),
        Map.entry("yearsExperience", 7),
        Map.entry("zone", "America/Chicago"),
        Map.entry("hours", List.of(OFFICE_WEEK)),
        Map.entry("capacityHours", 40),
        Map.entry("committedElsewhereHours", 0),
        Map.entry("rateCents", 3900),
        Map.entry("ratings", Map.of("count", 8, "sum", 37)),
        Map.entry("pastParties", List.of()),
        Map.entry("status", "active"));
  }
}
