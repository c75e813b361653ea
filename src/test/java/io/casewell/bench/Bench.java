package io.casewell.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Measures what is promised, on the packaged application in a process of its own, with the load
 * from this one on the same machine. Nothing fails here: it prints figures beside what is wanted.
 *
 * <pre>mvn -DskipTests package exec:exec@bench</pre>
 */
public final class Bench {
  private static final Path DATA = Path.of("target", "bench-data");
  private static final Pattern NEED = Pattern.compile("/needs/([0-9a-f]{8}-[0-9a-f-]{27})");

  private final List<String> lines = new ArrayList<>();
  private final List<String> jvm =
      List.of(
          "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "--enable-native-access=ALL-UNNAMED");

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    var what =
        arguments.length == 0
            ? List.of("start", "pages", "10000", "100000")
            : Arrays.asList(arguments);
    var bench = new Bench();
    bench.say(
        "%s, %d processors, Java %s",
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"));
    for (var staff : List.of("10000", "100000")) {
      if (what.contains(staff)) {
        bench.matches(Integer.parseInt(staff));
      }
    }
    if (what.contains("pages")) {
      bench.pages();
    }
    if (what.contains("start")) {
      bench.start();
    }
    Files.write(Path.of("target", "bench.txt"), bench.lines);
  }

  private void start() throws Exception {
    Application.start(DATA, jvm).close();
    for (int i = 1; i <= 3; i++) {
      try (var application = Application.start(DATA, jvm)) {
        say(
            "start %d on existing data to the first page: %.1f s (wanted: at most 6)",
            i, application.secondsToFirstPage);
        warm(application, "/", "", 5);
        say(
            "resident after 5 s of landing pages: %.0f MB (wanted: at most 450)",
            application.residentMegabytes());
      }
    }
  }

  private void pages() throws Exception {
    try (var application = Application.start(DATA, jvm)) {
      var cookie = application.signIn("firm-owner");
      var rounds = new double[3][3];
      for (var path : List.of("/robots.txt", "/", "/tokens")) {
        warm(application, path, cookie, 8);
      }
      for (int round = 0; round < 3; round++) {
        rounds[0][round] = Load.throughput(Application.PORT, "/robots.txt", cookie, 20, 5);
        rounds[1][round] = Load.throughput(Application.PORT, "/", "", 20, 5);
        rounds[2][round] = Load.throughput(Application.PORT, "/robots.txt", "", 20, 5);
      }
      double plain = median(rounds[2]);
      say("plain text: %.0f/s", plain);
      say(
          "landing page: %.0f/s, ratio %.2f (wanted: at least 0.5)",
          median(rounds[1]), median(rounds[1]) / plain);
      say(
          "plain text with a session, one query: %.0f/s, ratio %.2f",
          median(rounds[0]), median(rounds[0]) / plain);
      var home = new double[3];
      for (int round = 0; round < 3; round++) {
        home[round] = Load.throughput(Application.PORT, "/tokens", cookie, 20, 5);
      }
      say(
          "a page of session and one query: %.0f/s, ratio %.2f",
          median(home), median(home) / plain);
      rowSecurity(application, cookie);
      say(
          "resident after all that: %.0f MB (wanted: at most 450)",
          application.residentMegabytes());
    }
  }

  /** The needs list with its policies and, the table opened by the superuser, without. */
  private void rowSecurity(Application application, String cookie) throws Exception {
    var with = new ArrayList<Double>();
    var without = new ArrayList<Double>();
    warm(application, "/needs", cookie, 10);
    for (int round = 0; round < 3; round++) {
      with.add(Load.throughput(Application.PORT, "/needs", cookie, 20, 5));
      forSuperuser("alter table need disable row level security");
      without.add(Load.throughput(Application.PORT, "/needs", cookie, 20, 5));
      forSuperuser("alter table need enable row level security");
    }
    double cost = median(without) / median(with) - 1;
    say(
        "needs list with row-level security %.0f/s, without %.0f/s: costs %.0f %% (wanted: at most"
            + " 25)",
        median(with), median(without), 100 * cost);
  }

  private void matches(int staff) throws Exception {
    var data = Path.of("target", "bench-data-" + staff);
    long begin = System.nanoTime();
    try (var application = Application.start(data, jvm, "--sandbox.staff=" + staff)) {
      // the needs come last, so the first one says that everybody is there
      need(application.signIn("firm-owner"));
    }
    say(
        "a sandbox of %,d staff, filled and stopped: %.0f s",
        staff, (System.nanoTime() - begin) / 1e9);
    try (var application = Application.start(data, jvm)) {
      say("start with %,d staff to the first page: %.1f s", staff, application.secondsToFirstPage);
      var cookie = application.signIn("firm-owner");
      var path = "/needs/" + need(cookie) + "/matches";
      for (int i = 0; i < 3; i++) {
        Load.viewers(Application.PORT, path, cookie, 20, 8);
      }
      var took = Load.viewers(Application.PORT, path, cookie, 20, 60);
      say(
          "match page at %,d staff, 20 viewers, 60 s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
              + " (wanted: p95 at most %d)",
          staff,
          Load.percentile(took, 0.5),
          Load.percentile(took, 0.95),
          Load.percentile(took, 0.99),
          staff > 10_000 ? 120 : 60);
      say("resident with %,d staff: %.0f MB", staff, application.residentMegabytes());
    }
  }

  private static String need(String cookie) throws Exception {
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://localhost:" + Application.PORT + "/needs?state=open"))
            .header("Cookie", "casewell=" + cookie)
            .build();
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      for (int i = 0; i < 600; i++) {
        var page = client.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
        var found = NEED.matcher(page);
        if (found.find()) {
          return found.group(1);
        }
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(500);
      }
      throw new IllegalStateException("the firm has no need to look at");
    }
  }

  private static void warm(Application application, String path, String cookie, int seconds)
      throws Exception {
    if (application.secondsToFirstPage >= 0) {
      Load.throughput(Application.PORT, path, cookie, 20, seconds);
    }
  }

  private static void forSuperuser(String sql) throws Exception {
    var log = Files.readString(DATA.resolve("postgresql").resolve("postmaster.pid")).split("\n");
    var url = "jdbc:postgresql://localhost:" + log[3].strip() + "/casewell";
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void say(String format, Object... values) {
    var line = String.format(Locale.ROOT, format, values);
    lines.add(line);
    System.out.println(line);
  }
}
