package io.casewell.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
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
  static Map<String, double[]> measured(String firmCookie, String adminCookie) throws Exception {
    var looks = new LinkedHashMap<String, String[]>();
    looks.put("directory, first page, a visitor", new String[] {"/talent", ""});
    looks.put(
        "directory, three filters, a visitor",
        new String[] {"/talent?role=paralegal&skill=legal-research&hours=20", ""});
    looks.put(
        "directory by words, a firm with its open needs",
        new String[] {"/talent?q=bluebooking%20in%20Spanish&sort=rate", firmCookie});
    looks.put("search over everything, a firm", new String[] {"/search?q=da", firmCookie});
    looks.put("vetting queue, first page", new String[] {"/operations/vetting", adminCookie});
    looks.put(
        "vetting queue by certification",
        new String[] {"/operations/vetting?code=NALA-CP", adminCookie});
    looks.put("vetting queue by name", new String[] {"/operations/vetting?q=da", adminCookie});
    looks.put(
        "vetting, what was verified",
        new String[] {"/operations/vetting?view=verified", adminCookie});
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

  /**
   * Hands every claimed certification in for vetting, and dates those verified as if by decisions
   * of the last months; gives how many wait. Straight into the tables: nobody uploads so many here.
   */
  static int filledQueue(int databasePort) throws SQLException {
    var url = "jdbc:postgresql://localhost:" + databasePort + "/casewell";
    try (var admin = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = admin.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.executeUpdate(
          "update credential set state = 'in review',"
              + " submitted_at = now() - random() * interval '30 days' where state = 'claimed'");
      statement.executeUpdate(
          "update credential set decided_at = now() - random() * interval '200 days'"
              + " where state = 'verified' and decided_at is null");
      statement.execute("analyze credential");
      try (var row =
          statement.executeQuery("select count(*) from credential where state = 'in review'")) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Until every event is told and every mail sent: that is not the work measured here. */
  static void settle(int databasePort) throws SQLException, InterruptedException {
    var url = "jdbc:postgresql://localhost:" + databasePort + "/casewell";
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = connection.createStatement()) {
      for (int i = 0; i < 1200; i++) {
        try (var rows =
            statement.executeQuery(
                "select exists (select 1 from outbox where delivered_at is null)"
                    + " or exists (select 1 from mail where state = 'waiting')")) {
          if (rows.next() && !rows.getBoolean(1)) {
            return;
          }
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
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
