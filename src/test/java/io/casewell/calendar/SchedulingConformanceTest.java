package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.platform.AccountId;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every case with a known answer, the copies here and, with {@code -Dconformance.extra=DIR}, every
 * file of the same form there. Holds and races run against the real database. Prints each case.
 */
@CasewellTest
class SchedulingConformanceTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired Appointments appointments;
  @Autowired Slots slots;
  @Autowired WorkingHours workingHours;
  @Autowired Tenancy tx;
  @Autowired Worker worker;

  @Test
  void answersEveryCaseAsKnown() throws IOException {
    var failed = new ArrayList<String>();
    int passed = 0;
    for (var file : files()) {
      for (var one : JSON.readTree(file).path("cases")) {
        var id = one.path("id").asString();
        var trouble = troubleOf(one);
        if (trouble.isEmpty()) {
          passed++;
          System.out.println("PASS " + id);
        } else {
          failed.add(id + ": " + trouble);
          System.out.println("FAIL " + id + ": " + trouble);
        }
      }
    }
    System.out.println(passed + " passed, " + failed.size() + " failed");
    assertThat(passed).as("cases that passed").isPositive();
    assertThat(failed).isEmpty();
  }

  private static List<String> files() throws IOException {
    var files = new ArrayList<String>();
    files.add(
        new ClassPathResource("cases/scheduling.json")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    var extra = System.getProperty("conformance.extra");
    if (extra != null && !extra.isBlank()) {
      try (var found = Files.list(Path.of(extra))) {
        for (var path : found.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
          files.add(Files.readString(path));
        }
      }
    }
    return files;
  }

  private String troubleOf(JsonNode one) {
    try {
      run(one.path("kind").asString(), one.path("input"), one.path("expected"));
      return "";
    } catch (AssertionError | RuntimeException trouble) {
      return String.valueOf(trouble).replaceAll("\\s+", " ");
    }
  }

  private void run(String kind, JsonNode input, JsonNode expected) {
    if (SchedulingCases.run(kind, input, expected)) {
      return;
    }
    switch (kind) {
      case "hold" -> hold(new CaseFields("input", input), new CaseFields("expected", expected));
      case "race" -> race(new CaseFields("input", input), expected);
      default -> throw new AssertionError("kind is not understood: " + kind);
    }
  }

  // holds ----------------------------------------------------------------------------------------

  private void hold(CaseFields in, CaseFields expected) {
    var caseNow = in.instant("now").orElseThrow();
    // the database goes by its own clock, so the case happens today
    var shift = Duration.between(caseNow, Instant.now());
    var slot = onTheMinute(in.instant("slot", "start").orElseThrow().plus(shift));
    int duration = in.number(30, "duration");
    var viewer = in.get("viewer").asString();
    int type = in.number(1, "event_type");
    var hosts = new HashMap<String, AccountId>();
    var asked = rep(hosts, in.find("host").map(JsonNode::asString).orElse("1"));
    var salt = UUID.randomUUID().toString();
    for (var hold : in.objects("holds")) {
      var host = rep(hosts, hold.find("host").map(JsonNode::asString).orElse("1"));
      var start = hold.instant("slot", "start").map(at -> onTheMinute(at.plus(shift))).orElse(slot);
      var expires = hold.instant("expires", "until").orElseThrow().plus(shift);
      var topic = new UUID(7, hold.number(type, "event_type"));
      var owner = hold.get("owner").asString();
      hold.done();
      var rules = SlotRules.of(duration, ZoneOffset.UTC);
      var end = start.plus(Duration.ofMinutes(duration));
      var its =
          new NewAppointment(
              "demo",
              "hold",
              "",
              null,
              topic,
              null,
              ZoneOffset.UTC,
              "",
              "",
              new byte[0],
              Secrets.hash(salt + owner),
              Duration.between(Instant.now(), expires),
              20);
      appointments
          .reserve(its, Choice.of(Person.of(host), start, end, rules))
          .as(tx::transactional)
          .contextWrite(Tenancy.as(Somebody.OPERATIONS))
          .block();
    }
    in.done();
    var rules = minutely(duration);
    var ask =
        new SlotAsk(
            rules,
            "demo",
            new UUID(7, type),
            List.of(PoolMember.alone(Person.of(asked), "R")),
            false,
            Secrets.hash(salt + viewer));
    var choice =
        slots
            .choose(ask, slot)
            .as(tx::transactional)
            .contextWrite(Tenancy.as(Somebody.OPERATIONS))
            .blockOptional()
            .orElseThrow();
    assertThat(choice.bookable()).isEqualTo(expected.get("bookable").asBoolean());
    expected.done();
  }

  private static SlotRules minutely(int duration) {
    return new SlotRules(duration, 1, 0, 0, 0, 0, null, new BookingWindow.Unlimited(), Limits.NONE);
  }

  private static Instant onTheMinute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
  }

  /** A rep who works round the clock. */
  private AccountId rep(Map<String, AccountId> known, String name) {
    return known.computeIfAbsent(
        name,
        _ -> {
          var account = AccountId.next();
          worker
              .db()
              .sql(
                  "insert into account (id, issuer, subject, name) values (:id, 'urn:test', :s,"
                      + " 'R')")
              .bind("id", account.value())
              .bind("s", account.toString())
              .then()
              .then(
                  worker
                      .db()
                      .sql("insert into rep_hours (account, zone, rows) values (:id, 'UTC', :rows)")
                      .bind("id", account.value())
                      .bind(
                          "rows",
                          io.r2dbc.postgresql.codec.Json.of(
                              HoursText.json(
                                  List.of(new HoursRow(EnumSet.allOf(DayOfWeek.class), 0, 1440)))))
                      .then())
              .block();
          return account;
        });
  }

  // races ----------------------------------------------------------------------------------------

  private void race(CaseFields in, JsonNode expected) {
    var ops = in.objects("ops");
    in.done();
    var shift = intoTheFuture(in.list("ops"));
    var hosts = new HashMap<String, Person>();
    var refs = new HashMap<String, UUID>();
    var results = new ArrayList<String>();
    for (var op : ops) {
      results.addAll(perform(op, shift, hosts, refs));
    }
    if (expected.isArray()) {
      assertThat(results)
          .isEqualTo(CaseFields.items(expected).stream().map(JsonNode::asString).toList());
    } else {
      var counts = new LinkedHashMap<String, Integer>();
      results.forEach(result -> counts.merge(result, 1, Integer::sum));
      var want = new LinkedHashMap<String, Integer>();
      expected.properties().forEach(e -> want.put(e.getKey(), e.getValue().asInt()));
      want.values().removeIf(count -> count == 0);
      assertThat(counts).isEqualTo(want);
    }
  }

  /** Nothing is booked in the past: the case happens some whole days later. */
  private static Duration intoTheFuture(List<JsonNode> ops) {
    var first =
        ops.stream()
            .filter(op -> op.has("start"))
            .map(op -> CaseFields.instant(op.get("start")))
            .min(Instant::compareTo)
            .orElse(Instant.now());
    long days = Math.max(0, ChronoUnit.DAYS.between(first, Instant.now()) + 2);
    return Duration.ofDays(days);
  }

  private List<String> perform(
      CaseFields op, Duration shift, Map<String, Person> hosts, Map<String, UUID> refs) {
    var what = op.get("op").asString();
    int times = op.number(1, "concurrent");
    var ref = op.find("ref").map(JsonNode::asString).orElse("");
    var host =
        op.find("host")
            .map(id -> hosts.computeIfAbsent(id.asString(), _ -> new Person(UUID.randomUUID())));
    var start = op.instant("start").map(at -> at.plus(shift)).orElse(Instant.EPOCH);
    var end = op.instant("end").map(at -> at.plus(shift)).orElse(Instant.EPOCH);
    var rules =
        new SlotRules(
            30,
            0,
            0,
            op.number(0, "buffer_before"),
            op.number(0, "buffer_after"),
            0,
            null,
            new BookingWindow.Unlimited(),
            Limits.NONE);
    var kind = op.find("kind").map(JsonNode::asString).orElse("demo");
    boolean pending = op.find("status").map(CaseFields::word).orElse("").equals("PENDING");
    op.find("event_type");
    op.done();
    Mono<String> one =
        switch (what) {
          case "book" -> {
            var its = NewAppointment.confirmed(kind, "case", UUID.randomUUID(), ZoneOffset.UTC, "");
            yield appointments
                .reserve(
                    pending ? its.pending() : its, Choice.of(host.orElseThrow(), start, end, rules))
                .doOnNext(made -> refs.put(ref, made.appointment()))
                .thenReturn("accepted");
          }
          case "cancel" -> appointments.cancel(known(refs, ref), "").thenReturn("cancelled");
          case "confirm" -> appointments.confirm(known(refs, ref)).thenReturn("accepted");
          case "reschedule", "move" ->
              appointments
                  .find(known(refs, ref))
                  .flatMap(was ->
                      appointments.move(
                          was.id(), Choice.of(host.orElse(was.person()), start, end, rules), ""))
                  .thenReturn("accepted");
          default -> throw new AssertionError("op is not understood: " + what);
        };
    var run =
        one.as(tx::transactional)
            .onErrorResume(Refusal.Conflict.class, _ -> Mono.just("conflict"))
            .contextWrite(Tenancy.as(Somebody.OPERATIONS));
    return Flux.range(0, times)
        .flatMap(_ -> run, times)
        .collectList()
        .blockOptional()
        .orElseThrow();
  }

  private static UUID known(Map<String, UUID> refs, String ref) {
    var found = refs.get(ref);
    if (found == null) {
      throw new AssertionError("nothing was booked as " + ref);
    }
    return found;
  }
}
