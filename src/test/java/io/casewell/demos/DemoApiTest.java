package io.casewell.demos;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.calendar.WorkingHours;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Demos for programs: what is free, what is booked, and that nobody is booked twice. */
@CasewellTest
class DemoApiTest {
  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired WorkingHours hours;
  @Autowired Tenancy tx;
  @Autowired JsonMapper json;

  private SalesPerson ana;
  private OfferedDemo demo;

  @BeforeEach
  void offerADemo() {
    ana = SalesPerson.of("Ana Test", false, worker, port).working("America/New_York", hours, tx);
    demo = OfferedDemo.of(DemoTerms.usual(), worker, json, ana);
  }

  @AfterEach
  void takeItBack() {
    demo.close(worker);
  }

  private List<String> free() {
    return free(demo.slug());
  }

  private List<String> free(String slug) {
    var answer = Probe.nobody(port).get("/api/v1/demos/" + slug + "/slots");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var starts = new ArrayList<String>();
    json.readTree(answer.body())
        .get("slots")
        .forEach(slot -> starts.add(slot.get("start").asString()));
    return starts;
  }

  private static String wish(String start, String name, String email) {
    return """
    {"start":"%s","zone":"America/New_York","name":"%s","email":"%s","firm":"Test & Co",
     "answers":{}}
    """
        .formatted(start, name, email);
  }

  private HttpResponse<String> book(String body, String... headers) {
    var all = new ArrayList<>(List.of("Content-Type", "application/json"));
    all.addAll(List.of(headers));
    return Probe.nobody(port)
        .send(
            "POST", "/api/v1/demos/" + demo.slug() + "/bookings", body, all.toArray(String[]::new));
  }

  private long count(String sql) {
    return requireNonNull(
        worker.db().sql(sql).bind("type", demo.id()).mapValue(Long.class).one().block());
  }

  private JsonNode tree(HttpResponse<String> answer) {
    return json.readTree(answer.body());
  }

  @Test
  void offersTheSandboxsDemosAtOnce() {
    var answer = Probe.nobody(port).get("/api/v1/demos");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"slug\":\"intro\"")
        .contains("\"slug\":\"firm-walkthrough\"");
    assertThat(free("intro")).isNotEmpty();
  }

  @Test
  void booksWhatItOffersAndMakesALead() {
    var start = free().getFirst();
    var answer = book(wish(start, "Rosa Delgado", "rosa@delgado.example"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var booked = tree(answer);
    assertThat(booked.get("start").asString()).isEqualTo(start);
    assertThat(booked.get("meetingLink").asString()).startsWith("https://meet.jit.si/casewell-");
    assertThat(booked.get("link").asString()).contains("/demo/bookings/");
    assertThat(free()).doesNotContain(start);
    assertThat(
            count(
                """
                select count(*) from lead l join demo d on d.lead = l.id
                where d.type = :type and l.state = 'booked' and l.owner = d.rep
                """))
        .isEqualTo(1);
    assertThat(
            count(
                """
                select count(*) from outbox o join demo d on d.id = o.aggregate
                where d.type = :type and o.type = 'DemoBooked' and o.version = 1
                """))
        .isEqualTo(1);
    assertThat(
            count(
                """
                select count(*) from audit_event e join demo d on d.lead = e.subject
                where d.type = :type and e.what = 'demo booked'
                """))
        .isEqualTo(1);
  }

  @Test
  void letsExactlyOneOfManyHaveATime() throws Exception {
    var start = free().get(3);
    int many = 50;
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      var body = wish(start, "Racer " + i, "racer" + i + "-" + UUID.randomUUID() + "@race.example");
      all.add(() -> book(body).statusCode());
    }
    var got = new ArrayList<Integer>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : crowd.invokeAll(all)) {
        got.add(one.get());
      }
    }
    assertThat(got.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(got.stream().filter(status -> status == 409)).hasSize(many - 1);
    assertThat(count("select count(*) from demo where type = :type")).isEqualTo(1);
    assertThat(count("select count(*) from appointment where topic = :type")).isEqualTo(1);
  }

  /** Written with the booking: nobody has delivered its event yet, and none is lost with a node. */
  @Test
  void ordersTheRemindersWithTheBooking() {
    var start = Instant.parse(free().getLast());
    var id = tree(book(wish(start.toString(), "Rosa", "rosa@delgado.example"))).get("id");
    assertThat(reminders(id.asString()))
        .containsExactly(start.minus(Duration.ofDays(1)), start.minus(Duration.ofHours(1)));
  }

  private List<Instant> reminders(String demo) {
    return requireNonNull(
        worker
            .db()
            .sql(
                """
                select execution_time from scheduled_tasks
                where task_name = 'remind of a demo' and task_instance like :demo || ' %'
                order by execution_time
                """)
            .bind("demo", demo)
            .mapValue(Instant.class)
            .all()
            .collectList()
            .block());
  }

  @Test
  void namesTheNearestTimesToWhoCameSecond() {
    var times = free();
    var start = times.get(5);
    assertThat(book(wish(start, "First", "first@x.example")).statusCode()).isEqualTo(201);
    var late = book(wish(start, "Second", "second@x.example"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var near = tree(late).get("nearest");
    assertThat(near).isNotEmpty();
    assertThat(times).contains(near.get(0).get("start").asString());
  }

  @Test
  void givesTheFirstAnswerAgainUnderTheSameKey() {
    var start = free().get(8);
    var key = UUID.randomUUID().toString();
    var body = wish(start, "Twice", "twice@x.example");
    var first = book(body, "Idempotency-Key", key);
    var again = book(body, "Idempotency-Key", key);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    var other = book(wish(start, "Other", "twice@x.example"), "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(count("select count(*) from demo where type = :type")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start | 2020-01-01T10:00:00Z",
        "start | 2056-01-01T10:00:00Z",
        "start | 2026-12-01T23:59:60Z",
        "start | +999999-01-01T00:00:00Z",
        "start | tomorrow",
        "zone  | Mars/Olympus",
        "zone  | EST5EDT",
        "zone  | +25:00",
        "name  | ''",
        "name  | Eve\\r\\nBcc: all@x.example",
        "email | not an address",
        "email | a@x.example\\nBcc: b@x.example",
        "firm  | ''",
      })
  void refusesAtTheField(String field, String value) {
    var body = json.createObjectNode();
    body.put("start", free().get(10));
    body.put("zone", "America/New_York");
    body.put("name", "Somebody");
    body.put("email", "somebody@x.example");
    body.put("firm", "A firm");
    body.put(field, value.replace("\\r", "\r").replace("\\n", "\n"));
    var answer = book(body.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(tree(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    assertThat(count("select count(*) from demo where type = :type")).isZero();
  }

  @Test
  void refusesWhatIsNoTimeOfTheGrid() {
    var odd = java.time.Instant.parse(free().get(6)).plusSeconds(7 * 60).toString();
    assertThat(book(wish(odd, "Odd", "odd@x.example")).statusCode()).isEqualTo(409);
  }

  @Test
  void asksForAtMostTwoMonths() {
    var probe = Probe.nobody(port);
    var path = "/api/v1/demos/" + demo.slug() + "/slots?from=2026-12-01&to=2036-12-01";
    assertThat(probe.get(path).statusCode()).isEqualTo(422);
    assertThat(probe.get("/api/v1/demos/nothing-here/slots").statusCode()).isEqualTo(404);
    assertThat(probe.get("/api/v1/demos/" + demo.slug() + "/slots?zone=Mars/Olympus").statusCode())
        .isEqualTo(422);
  }

  @Test
  void holdsWhatIsStoredAsTextAndIgnoresExtraFields() {
    var body =
        """
        {"start":"%s","zone":"America/New_York","name":"<script>alert(1)</script>",
         "email":"x@x.example","firm":"=cmd|' /C calc'!A0","answers":{"unknown":"1"},
         "rep":"00000000-0000-0000-0000-000000000000","state":"held","owner":"x"}
        """
            .formatted(free().get(12));
    var answer = book(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var page =
        Probe.nobody(port)
            .get(tree(answer).get("link").asString().replaceAll("^https?://[^/]+", ""));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("&lt;script").doesNotContain("<script>alert");
  }
}
