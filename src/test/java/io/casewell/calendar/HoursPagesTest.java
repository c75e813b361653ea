package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
@SuppressWarnings("NullAway.Init")
class HoursPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody me;

  @BeforeEach
  void signIn() {
    me = Somebody.of(Somebody.record(), importStaff, worker, port);
  }

  private String[] fields(Document page, String... more) {
    var fields = new ArrayList<String>();
    fields.addAll(List.of("seen", page.select("[name=seen]").val()));
    for (var row : page.select(".cw-hours-row")) {
      for (var name : List.of("day", "start", "end")) {
        fields.addAll(List.of(name, row.select("[name=" + name + "]").val()));
      }
    }
    fields.addAll(
        List.of(
            "zone", page.select("[name=zone] [selected]").val(),
            "capacity", page.select("[name=capacity]").val(),
            "elsewhere", page.select("[name=elsewhere]").val()));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private String stored() {
    return String.valueOf(
        worker
            .db()
            .sql("select rows::text || ' ' || zone from working_hours where staff = :id")
            .bind("id", me.staff().value())
            .mapValue(String.class)
            .one()
            .block());
  }

  @Test
  void copiesADayAndSavesWithoutScripts() {
    var browser = me.browser();
    var before = stored();
    var copied =
        browser.post(
            "/hours",
            fields(browser.page("/hours"), "copyTo", "WED", "copyTo", "FRI", "do", "copy-MON"));
    assertThat(copied.statusCode()).isEqualTo(200);
    assertThat(stored()).as("copying does not save").isEqualTo(before);
    var page = Jsoup.parse(copied.body());
    assertThat(page.select(".cw-hours-row")).hasSize(3);
    var saved = browser.post("/hours", fields(page, "do", "save"));
    assertThat(saved.body()).contains("Your hours are saved.");
    assertThat(stored()).contains("\"MON\", \"WED\", \"FRI\"");
  }

  @Test
  void addsAndRemovesALine() {
    var browser = me.browser();
    var added = browser.post("/hours", fields(browser.page("/hours"), "do", "add-TUE"));
    var page = Jsoup.parse(added.body());
    assertThat(page.select("#day-TUE .cw-hours-row")).hasSize(1);
    var removed = browser.post("/hours", fields(page, "do", "remove-0"));
    assertThat(Jsoup.parse(removed.body()).select("#day-MON .cw-hours-row")).isEmpty();
    assertThat(browser.post("/hours", fields(page, "do", "remove-99999999999")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Mars/Olympus", "EST5EDT", "+25:00", "+02:00", "", "Eastern Standard Time"})
  void refusesAZoneThatIsNone(String zone) {
    var before = stored();
    var answer =
        me.browser().post("/hours", "zone", zone, "capacity", "40", "elsewhere", "0", "do", "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("Choose a time zone from the list.");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void keepsWhatWasTypedWhenAnotherWindowWasFaster() {
    var browser = me.browser();
    var page = browser.page("/hours");
    assertThat(
            browser
                .post(
                    "/hours",
                    fields(page, "day", "SUN", "start", "10:00", "end", "11:00", "do", "save"))
                .statusCode())
        .isEqualTo(200);
    var late =
        browser.post(
            "/hours", fields(page, "day", "SAT", "start", "08:00", "end", "09:00", "do", "save"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("changed in the meantime").contains("08:00");
    assertThat(stored()).contains("SUN").doesNotContain("SAT");
  }

  @Test
  void showsItsPartOnTheProfile() {
    var summary = me.browser().get("/hours/summary", "HX-Request", "true");
    assertThat(summary.statusCode()).isEqualTo(200);
    assertThat(summary.body()).contains("8 hours a week open").doesNotContain("<html");
  }
}
