package io.casewell.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines of the staff import, each somebody else. */
final class Lines {
  private static final List<String> SKILLS =
      List.of(
          "cite-checking",
          "legal-research",
          "pleadings-drafting",
          "demand-letters",
          "proofreading");
  private static final List<String> ZONES =
      List.of("America/New_York", "America/Chicago", "Asia/Manila", "Europe/London");

  private Lines() {}

  /** Sends so many lines as one request; gives the last line of the report. */
  static String imported(String token, int count) throws Exception {
    var body =
        IntStream.range(0, count)
            .mapToObj(Lines::line)
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + Application.PORT + "/api/v1/staff/import"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var lines =
          client.send(request, HttpResponse.BodyHandlers.ofString()).body().lines().toList();
      return lines.getLast();
    }
  }

  private static String line(int number) {
    return """
    {"externalId":"bench-%d","name":"Person %d","email":"person%d@example.com",\
    "roles":["%s"],"skills":[{"skill":"%s","level":%d,"verified":true}],"software":["clio"],\
    "credentials":[{"code":"NALA-CP","number":"%d","validUntil":"%s","verified":true}],\
    "jurisdictions":["CA"],"practiceAreas":[{"area":"personal-injury","years":6}],\
    "languages":[{"code":"en","level":5}],"yearsExperience":%d,"zone":"%s",\
    "hours":[{"days":["MON","TUE","WED","THU"],"start":"09:00","end":"17:00"}],\
    "capacityHours":40,"committedElsewhereHours":%d,"rateCents":%d,\
    "ratings":{"count":12,"sum":57},"pastParties":["Acme %d Corp."],"status":"active"}\
    """
        .formatted(
            number,
            number,
            number,
            number % 2 == 0 ? "paralegal" : "case_manager",
            SKILLS.get(number % SKILLS.size()),
            1 + number % 5,
            number,
            LocalDate.now(java.time.ZoneOffset.UTC).plusDays(100 + number % 900),
            number % 30,
            ZONES.get(number % ZONES.size()),
            number % 20,
            2500 + number % 6000,
            number % 500);
  }
}
