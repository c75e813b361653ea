package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.needs.Needs;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Caller;
import io.casewell.platform.DatabaseSettings;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OtherNode;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Wakes;
import io.casewell.platform.Worker;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** A change made through one node stands in the ranking of another within two seconds. */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondNodeTest {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final UUID ALDER =
      UUID.nameUUIDFromBytes("firm Alder & Finch".getBytes(StandardCharsets.UTF_8));

  @LocalServerPort int port;
  @Autowired DatabaseSettings running;
  @Autowired Worker worker;
  @Autowired ImportStaff importStaff;
  @Autowired Needs needs;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;
  @Autowired Clock clock;
  @Autowired Secrets secrets;
  @Autowired Catalogue catalogue;
  @Autowired Engine engine;
  @Autowired JsonMapper json;

  private Wakes wakes;
  private FollowedIndex index;
  private Matches matches;
  private NeedId need;

  @BeforeAll
  void startTheOther() {
    wakes = OtherNode.listening(running);
    index = new FollowedIndex(new FactsLog(worker), engine, wakes, List.of());
    index.start();
    matches = new Matches(needs, index, engine, db, tx, clock, secrets, catalogue);
    var body =
        """
        {"title":"Seen by two nodes","role":"paralegal","seats":1,"hoursPerWeek":4,
         "mustSkills":[{"skill":"cite-checking","minLevel":1}],
         "window":{"zone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10));
    var posted =
        Probe.program("firm-owner", port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    need = NeedId.of(posted.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1"));
  }

  @AfterAll
  void stopIt() {
    index.stop();
    OtherNode.stop(wakes);
  }

  private void put(Map<String, Object> record, int level) {
    record.put(
        "skills", List.of(Map.of("skill", "cite-checking", "level", level, "verified", true)));
    importStaff
        .lines(Flux.just(json.writeValueAsString(record)), Somebody.OPERATIONS.account(), false)
        .contextWrite(Tenancy.as(Somebody.OPERATIONS))
        .blockLast(LONG);
  }

  /** The points for the must skill of whom this record is about, or -1 while unknown there. */
  private int points(String externalId) {
    var owner =
        new Caller.FirmMember(
            new FirmId(ALDER), Somebody.OPERATIONS.account(), Set.of(FirmRole.OWNER));
    var found =
        matches
            .of(need, new FirmId(ALDER), 1000)
            .contextWrite(Tenancy.as(owner))
            .blockOptional(LONG)
            .orElseThrow();
    return found.ranking().top().stream()
        .filter(candidate -> {
          var card = found.cards().get(candidate.match().staff().value());
          return card != null && externalId.equals(card.externalId());
        })
        .mapToInt(candidate -> candidate.match().points(Part.MUST))
        .findFirst()
        .orElse(-1);
  }

  private Duration until(String externalId, int points) {
    long begun = System.nanoTime();
    while (points(externalId) != points) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void ranksByAnEditMadeElsewhereAtOnceAlsoAfterTheWireWasCut() {
    var record = Somebody.record();
    var id = String.valueOf(record.get("externalId"));
    put(record, 2);
    assertThat(until(id, 1200)).isLessThan(SOON);
    put(record, 4);
    assertThat(until(id, 2400)).isLessThan(SOON);

    assertThat(OtherNode.cut(running)).isGreaterThanOrEqualTo(2);
    put(record, 5);
    assertThat(until(id, 3000)).isLessThan(SOON);
    put(record, 1);
    assertThat(until(id, 600)).isLessThan(SOON);
  }
}
