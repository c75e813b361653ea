package io.casewell.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Measures the directory, with all its counts, and the search over everything. */
final class Desks {
  /**
   * What lifts the hold on whoever asks too often, since all viewers come from one address here.
   */
  static final List<String> UNHELD =
      List.of(
          "--casewell.directory.looks-a-minute=1000000",
          "--casewell.search.looks-a-minute=1000000");

  private static final Pattern TOTAL = Pattern.compile("<strong>([\\d,]+) people</strong>");

  private Desks() {}

  /** A figure in words. */
  static Map<String, double[]> measured(String firmCookie) throws Exception {
    var looks = new LinkedHashMap<String, String[]>();
    looks.put("directory, first page, a visitor", new String[] {"/talent", ""});
    looks.put(
        "directory, three filters, a visitor",
        new String[] {"/talent?role=paralegal&skill=legal-research&hours=20", ""});
    looks.put(
        "directory by words, a firm with its open needs",
        new String[] {"/talent?q=bluebooking%20in%20Spanish&sort=rate", firmCookie});
    looks.put("search over everything, a firm", new String[] {"/search?q=da", firmCookie});
    var took = new LinkedHashMap<String, double[]>();
    for (var look : looks.entrySet()) {
      var path = look.getValue()[0];
      var cookie = look.getValue()[1];
      for (int i = 0; i < 2; i++) {
        Load.viewers(Application.PORT, path, cookie, 20, 8);
      }
      took.put(look.getKey(), Load.viewers(Application.PORT, path, cookie, 20, 30));
    }
    return took;
  }

  /** Waits until so many people are in the directory; gives how many there are. */
  static int people(int atLeast) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + Application.PORT + "/talent"))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      int people = 0;
      for (int i = 0; i < 600; i++) {
        var page = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        var total = TOTAL.matcher(page);
        people = total.find() ? Integer.parseInt(total.group(1).replace(",", "")) : 0;
        if (people >= atLeast) {
          return people;
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
      throw new IllegalStateException("only " + people + " people are in the directory");
    }
  }
}
