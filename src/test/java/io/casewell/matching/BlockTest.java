package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Either side parts them; the ranking follows within two seconds and nobody learns who did it. */
@CasewellTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  @LocalServerPort int port;
  @Autowired Worker worker;
  @Autowired ImportStaff importStaff;
  @Autowired JsonMapper json;

  private Probe alder;
  private Probe rival;
  private String need = "";
  private String rivalsNeed = "";

  @BeforeAll
  void postANeedOfEach() {
    alder = Probe.program("firm-owner", port);
    rival = Probe.program("rival-owner", port);
    need = post(alder);
    rivalsNeed = post(rival);
  }

  private static String post(Probe firm) {
    var body =
        """
        {"title":"Cite checks","role":"paralegal","seats":1,"hoursPerWeek":4,
         "mustSkills":[{"skill":"cite-checking","minLevel":3}],
         "window":{"zone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10));
    var posted = firm.send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    return posted.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private Somebody good() {
    var record = Somebody.record();
    record.put("skills", List.of(Map.of("skill", "cite-checking", "level", 5, "verified", true)));
    return Somebody.of(record, importStaff, worker, port);
  }

  private JsonNode matches(Probe firm, String of) {
    return json.readTree(firm.get("/api/v1/needs/" + of + "/matches?limit=1000").body());
  }

  private boolean shows(JsonNode answer, Somebody who) {
    return answer
        .get("matches")
        .valueStream()
        .anyMatch(match -> match.get("staffId").asString().equals(who.staff().toString()));
  }

  private void until(Probe firm, String of, Somebody who, boolean shown) {
    long begun = System.nanoTime();
    while (shows(matches(firm, of), who) != shown) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
  }

  @Test
  void aFirmLeavesSomebodyOutAndTakesThemBack() {
    var who = good();
    until(alder, need, who, true);
    var owner = Browserless.as("firm-owner", port);
    var card =
        Objects.requireNonNull(
            owner
                .page("/needs/" + need + "/matches?limit=100")
                .selectFirst("#match-" + who.staff()));
    assertThat(card.select("form[action=/staff/" + who.staff() + "/block]")).isNotEmpty();

    var answer = owner.post("/staff/" + who.staff() + "/block", "need", need);
    assertThat(answer.uri().getPath()).isEqualTo("/needs/" + need);
    until(alder, need, who, false);
    assertThat(shows(matches(rival, rivalsNeed), who)).as("to the other firm").isTrue();
    assertThat(owner.post("/staff/" + who.staff() + "/block", "need", need).statusCode())
        .as("again")
        .isEqualTo(200);
    assertThat(owner.page("/firm/blocked").select("form[action*=" + who.staff() + "]")).hasSize(1);
    assertThat(Browserless.as("rival-owner", port).page("/firm/blocked").text())
        .contains("Nobody is left out");
    assertThat(who.browser().page("/blocked-firms").text()).contains("Every firm may find you");

    owner.post("/staff/" + who.staff() + "/block/removal");
    until(alder, need, who, true);
    assertThat(owner.post("/staff/" + who.staff() + "/block/removal").statusCode()).isEqualTo(404);
    assertThat(owner.post("/staff/" + UUID.randomUUID() + "/block").statusCode()).isEqualTo(404);
  }

  @Test
  void aProfessionalHidesFromAFirmAndComesBack() {
    var who = good();
    until(alder, need, who, true);
    var counted = matches(alder, need);

    var unknown = who.browser().post("/blocked-firms", "name", "No Such Firm LLP");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body())
        .contains("We know no firm by this name")
        .contains("No Such Firm LLP");
    who.browser().post("/blocked-firms", "name", "  alder and finch llp ");
    assertThat(who.browser().page("/blocked-firms").select("tbody th")).isEmpty();
    who.browser().post("/blocked-firms", "name", "ALDER & FINCH, LLP");
    assertThat(who.browser().page("/blocked-firms").select("tbody th").text())
        .isEqualTo("Alder & Finch LLP");
    until(alder, need, who, false);

    var hidden = matches(alder, need);
    assertThat(hidden.get("excluded")).as("no count betrays it").isEqualTo(counted.get("excluded"));
    assertThat(hidden.toString()).doesNotContain("BLOCKED");
    var owner = Browserless.as("firm-owner", port);
    assertThat(owner.page("/firm/blocked").text()).doesNotContain(who.staff().toString());
    assertThat(owner.page("/firm/blocked").select("form[action*=" + who.staff() + "]")).isEmpty();
    assertThat(shows(matches(rival, rivalsNeed), who)).isTrue();

    var form =
        Objects.requireNonNull(
            who.browser().page("/blocked-firms").selectFirst("form[action$=/removal]"));
    who.browser().post(form.attr("action"));
    until(alder, need, who, true);
  }
}
