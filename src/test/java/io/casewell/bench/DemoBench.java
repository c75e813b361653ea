package io.casewell.bench;

import io.casewell.Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Demos on two nodes of one database: one time that all want, and a mixed day's work. */
final class DemoBench {
  private static final String TYPE = "intro";

  /** A machine that books for everybody is held by the limits that stop just that. */
  private static final String UNHELD = "--casewell.limits.demos-per-address=1000000";

  private static final JsonMapper JSON = new JsonMapper();

  /** What is always true of time, whatever happens at once: a row is a breach. */
  private static final Map<String, String> BREACHES =
      Map.of(
          "two blocking appointments of one person overlap",
          """
          select 1 from appointment a join appointment b on a.person = b.person and a.id < b.id
          where a.status in ('hold', 'pending', 'confirmed') and b.status in ('hold', 'pending', 'confirmed')
            and tstzrange(a.blocked_from, a.blocked_to) && tstzrange(b.blocked_from, b.blocked_to)
          """,
          "a standing demo without its appointment at its time",
          """
          select 1 from demo d where d.state in ('pending', 'confirmed') and not exists (
            select 1 from appointment a where a.subject = d.id and a.start_at = d.start_at
              and a.status in ('pending', 'confirmed'))
          """,
          "an appointment of a demo that does not stand",
          """
          select 1 from appointment a join demo d on d.id = a.subject
          where a.status in ('pending', 'confirmed') and d.state not in ('pending', 'confirmed')
          """,
          "a demo without an audit row",
          """
          select 1 from demo d where not exists (
            select 1 from audit_event e where e.subject in (d.id, d.lead))
          """);

  private final Consumer<String> say;
  private final AtomicInteger people = new AtomicInteger();

  private String answers = "{}";

  private DemoBench(Consumer<String> say) {
    this.say = say;
  }

  static void run(Path data, List<String> jvm, Consumer<String> say) throws Exception {
    var bench = new DemoBench(say);
    try (var first = Application.start(data, jvm);
        var second = Application.beside(port(data), data, jvm)) {
      say.accept(
          "two nodes on one database: first pages after %.1f and %.1f s"
              .formatted(first.secondsToFirstPage, second.secondsToFirstPage));
      bench.slots();
      bench.race();
    }
    try (var first = Application.start(data, jvm, UNHELD);
        var second = Application.beside(port(data), data, jvm, UNHELD)) {
      if (first.residentMegabytes() > 0 && second.residentMegabytes() > 0) {
        bench.mixed(data);
      }
    }
    rate(data, jvm, say);
  }

  /** Bookings a second, alone. */
  static void rate(Path data, List<String> jvm, Consumer<String> say) throws Exception {
    var bench = new DemoBench(say);
    try (var application = Application.start(data, jvm, UNHELD)) {
      if (application.residentMegabytes() > 0) {
        bench.answers = answers();
        bench.rate(data);
      }
    }
  }

  private static int port(Path data) throws IOException {
    return Integer.parseInt(
        Files.readString(data.resolve("postgresql").resolve("postmaster.pid"))
            .split("\n")[3]
            .strip());
  }

  private static String month() {
    var from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    return "/api/v1/demos/%s/slots?from=%s&to=%s&zone=America/Chicago"
        .formatted(TYPE, from, from.plusDays(30));
  }

  private void slots() throws Exception {
    for (int i = 0; i < 3; i++) {
      Load.viewers(Application.PORT, month(), "", 20, 8);
    }
    var took = Load.viewers(Application.PORT, month(), "", 20, 60);
    say.accept(
        "a month's slots over HTTP, 20 visitors, 60 s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms"
                .formatted(
                    Load.percentile(took, 0.5),
                    Load.percentile(took, 0.95),
                    Load.percentile(took, 0.99))
            + " (wanted: p95 at most 15)");
  }

  private List<String> free() {
    var slots = JSON.readTree(Probe.nobody(Application.PORT).get(month()).body()).path("slots");
    var starts = new ArrayList<String>();
    for (JsonNode slot : slots) {
      starts.add(slot.path("start").asString());
    }
    return starts;
  }

  /** 200 at once, half of them on each node, all for the last time of the month with one rep. */
  private void race() throws Exception {
    answers = answers();
    var slots = JSON.readTree(Probe.nobody(Application.PORT).get(month()).body()).path("slots");
    var one = "";
    for (JsonNode slot : slots) {
      one = slot.path("free").asInt() == 1 ? slot.path("start").asString() : one;
    }
    var start = one.isEmpty() ? slots.get(0).path("start").asString() : one;
    int free = one.isEmpty() ? slots.get(0).path("free").asInt() : 1;
    var gate = new CyclicBarrier(200);
    var tasks = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 200; i++) {
      int port = i % 2 == 0 ? Application.PORT : Application.SECOND_PORT;
      tasks.add(() -> {
        gate.await();
        return book(port, start).status();
      });
    }
    var counts = new TreeMap<Integer, Integer>();
    try (var threads = Executors.newFixedThreadPool(200)) {
      for (var answer : threads.invokeAll(tasks)) {
        counts.merge(answer.get(), 1, Integer::sum);
      }
    }
    say.accept(
        "200 parallel bookings of one time with %d rep free, on two nodes: %s (wanted: %d x 201)"
            .formatted(free, counts, free));
  }

  /** To what the type asks of everybody: the first choice, or a word. */
  private static String answers() {
    var answers = new TreeMap<String, String>();
    var types = JSON.readTree(Probe.nobody(Application.PORT).get("/api/v1/demos").body());
    for (JsonNode type : types.path("demos")) {
      for (JsonNode question : type.path("questions")) {
        if (type.path("slug").asString().equals(TYPE) && question.path("required").asBoolean()) {
          var options = question.path("options");
          answers.put(
              question.path("code").asString(),
              options.isEmpty() ? "5" : options.get(0).asString());
        }
      }
    }
    return JSON.writeValueAsString(answers);
  }

  private record Answer(int status, String link) {}

  private Answer book(int port, String start) {
    int who = people.incrementAndGet();
    var body =
        """
        {"start":"%s","zone":"America/Chicago","name":"Pat %d","email":"pat%d.%d@example.com",
         "firm":"Pat and Partners","answers":%s}
        """
            .formatted(start, who, who, System.nanoTime(), answers);
    var answer =
        Probe.nobody(port)
            .send(
                "POST",
                "/api/v1/demos/" + TYPE + "/bookings",
                body,
                "Content-Type",
                "application/json");
    var link = answer.headers().firstValue("Location").orElse("");
    return new Answer(answer.statusCode(), link);
  }

  /** 2,000 bookings, moves and cancellations by ten people at once, then the checker. */
  private void mixed(Path data) throws Exception {
    answers = answers();
    var starts = free();
    var done = new TreeMap<String, Integer>();
    var left = new AtomicInteger(2_000);
    var tasks = new ArrayList<Callable<Void>>();
    for (int i = 0; i < 10; i++) {
      var random = new Random(i);
      int port = i % 2 == 0 ? Application.PORT : Application.SECOND_PORT;
      tasks.add(() -> {
        var visitor = Probe.visitor(port);
        var links = new ArrayList<String>();
        while (left.decrementAndGet() >= 0) {
          var did = step(visitor, port, links, starts, random);
          synchronized (done) {
            done.merge(did, 1, Integer::sum);
          }
        }
        return null;
      });
    }
    long begin = System.nanoTime();
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      for (var ended : threads.invokeAll(tasks)) {
        ended.get();
      }
    }
    say.accept(
        "2,000 mixed steps on two nodes in %.0f s: %s"
            .formatted((System.nanoTime() - begin) / 1e9, done));
    say.accept("the checker found: " + breaches(data));
  }

  private String step(
      Probe visitor, int port, List<String> links, List<String> starts, Random random) {
    var start = starts.get(random.nextInt(starts.size()));
    int dice = links.isEmpty() ? 0 : random.nextInt(10);
    if (dice < 5) {
      var answer = book(port, start);
      if (answer.status() == 201) {
        links.add(answer.link());
      }
      return "book " + answer.status();
    }
    Collections.shuffle(links, random);
    var link = links.getFirst();
    if (dice < 8) {
      var answer = visitor.post(link + "/move", "start=" + start);
      var next = answer.headers().firstValue("Location").orElse("");
      if (answer.statusCode() == 303 && next.startsWith("/demo/bookings/")) {
        links.set(0, next);
      }
      return "move " + answer.statusCode();
    }
    links.removeFirst();
    return "cancel " + visitor.post(link + "/cancellation", "reason=other").statusCode();
  }

  /**
   * Bookings a second by eight visitors at once, beside the same statements without Casewell. Each
   * asks for a time that is theirs to have: a refusal is another kind of work.
   */
  private void rate(Path data) throws Exception {
    makeRoom(data);
    var places = everyPlace();
    int half = places.size() / 2;
    // as the other parts do: what is measured is not the compiler at work
    book(places.subList(0, half));
    Desks.settle(port(data));
    long begin = System.nanoTime();
    var statuses = book(places.subList(half, places.size()));
    double http = statuses.getOrDefault(201, 0) / ((System.nanoTime() - begin) / 1e9);
    Desks.settle(port(data));
    double sql = SqlBookings.rate(port(data), TYPE, 8, 10);
    say.accept(
        "bookings a second: %.0f over HTTP (%s), %.0f of the same SQL, ratio %.2f"
                .formatted(http, statuses, sql, http / sql)
            + " (wanted: at least 0.4)");
  }

  /** All of these by eight at once; gives how many had which answer. */
  private Map<Integer, Integer> book(List<String> places) throws Exception {
    var queue = new ConcurrentLinkedQueue<>(places);
    var statuses = new TreeMap<Integer, Integer>();
    var tasks = new ArrayList<Callable<Void>>();
    for (int i = 0; i < 8; i++) {
      tasks.add(() -> {
        for (var start = queue.poll(); start != null; start = queue.poll()) {
          int status = book(Application.PORT, start).status();
          synchronized (statuses) {
            statuses.merge(status, 1, Integer::sum);
          }
        }
        return null;
      });
    }
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      for (var ended : threads.invokeAll(tasks)) {
        ended.get();
      }
    }
    return statuses;
  }

  /**
   * Every full hour, once for each rep who is free then: the demo and the minutes kept free after
   * it leave the next one alone.
   */
  private List<String> everyPlace() {
    var from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    var path =
        "/api/v1/demos/%s/slots?from=%s&to=%s&zone=America/Chicago"
            .formatted(TYPE, from, from.plusDays(43));
    var slots = JSON.readTree(Probe.nobody(Application.PORT).get(path).body()).path("slots");
    var places = new ArrayList<String>();
    for (JsonNode slot : slots) {
      var start = slot.path("start").asString();
      if (start.endsWith(":00:00Z")) {
        places.addAll(Collections.nCopies(slot.path("free").asInt(), start));
      }
    }
    Collections.shuffle(places, new Random(1));
    return places;
  }

  /** Takes back what was booked, lets each rep give as many demos as a day holds, and waits. */
  private static void makeRoom(Path data) throws Exception {
    sql(
        data,
        "update demo set state = 'cancelled' where state in ('pending', 'confirmed')",
        "update appointment set status = 'cancelled' where kind = 'demo' and status in"
            + " ('hold', 'pending', 'confirmed')",
        "delete from time_tally",
        "update demo_host set day_cap = 24, fixed = false");
    Desks.settle(port(data));
  }

  private static void sql(Path data, String... statements) throws SQLException, IOException {
    var url = "jdbc:postgresql://localhost:" + port(data) + "/casewell";
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
      }
    }
  }

  private static List<String> breaches(Path data) throws SQLException, IOException {
    var url = "jdbc:postgresql://localhost:" + port(data) + "/casewell";
    var found = new ArrayList<String>();
    try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
        var statement = connection.createStatement()) {
      for (var breach : BREACHES.entrySet()) {
        try (var rows = statement.executeQuery(breach.getValue())) {
          if (rows.next()) {
            found.add(breach.getKey());
          }
        }
      }
    }
    return found.isEmpty() ? List.of("nothing") : found;
  }
}
