package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's time on the pages: days of their own, time off, other calendars, the own feed. */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class CalendarPagesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired ImportCalendars imports;
  @Autowired BusySources sources;

  private Somebody me;

  /** The usual week of everybody here is Monday, nine to five, in New York. */
  private final LocalDate monday =
      LocalDate.now(NEW_YORK).plusDays(7).with(TemporalAdjusters.next(DayOfWeek.MONDAY));

  @BeforeEach
  void signIn() {
    me = Somebody.of(Somebody.record(), importStaff, worker, port);
  }

  private long count(String rows) {
    Long n =
        worker
            .db()
            .sql("select count(*) from " + rows)
            .bind("me", me.staff().value())
            .mapValue(Long.class)
            .one()
            .block();
    return n == null ? -1 : n;
  }

  private void book(LocalDate date, int hour) {
    var start = date.atTime(hour, 0).atZone(NEW_YORK).toOffsetDateTime();
    worker
        .db()
        .sql(
            """
            insert into appointment (id, person, kind, status, start_at, end_at, blocked_from,
              blocked_to, zone, title)
            values (:id, :me, 'interview', 'confirmed', :start, :end, :start, :end,
              'America/New_York', 'Interview with Alder')
            """)
        .bind("id", UUID.randomUUID())
        .bind("me", me.staff().value())
        .bind("start", start)
        .bind("end", start.plusHours(1))
        .then()
        .block();
  }

  private static String file(LocalDate date) {
    var day = date.toString().replace("-", "");
    return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Secret\r\n"
        + "DTSTART;TZID=America/New_York:"
        + day
        + "T090000\r\nDTEND;TZID=America/New_York:"
        + day
        + "T120000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  @Test
  void givesADateHoursOfItsOwnAndShowsThem() {
    var browser = me.browser();
    var date = monday.toString();
    assertThat(
            browser
                .post(
                    "/availability/dates",
                    "date",
                    date,
                    "start",
                    "13:00",
                    "end",
                    "15:00",
                    "do",
                    "save")
                .body())
        .contains("That date has hours of its own.")
        .contains("1 pm to 3 pm");
    assertThat(browser.get("/calendar?view=week&on=" + date).body())
        .contains("1:00 PM – 3:00 PM")
        .doesNotContain("9:00 AM – 5:00 PM");
    browser.post("/availability/dates", "date", date, "do", "remove");
    assertThat(browser.get("/calendar?view=week&on=" + date).body()).contains("9:00 AM – 5:00 PM");
  }

  @Test
  void saysAtItsFieldWhatIsWrongAndKeepsWhatWasTyped() {
    var answer =
        me.browser()
            .post(
                "/availability/dates",
                "date",
                monday.toString(),
                "start",
                "13:07",
                "end",
                "15:00",
                "do",
                "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#f-start-0-error").text()).contains("quarter-hour");
    assertThat(page.select("#f-start-0").val()).isEqualTo("13:07");
    assertThat(
            me.browser()
                .post("/availability/time-off", "offFrom", "2027-02-30", "offTo", "0000-00-00")
                .statusCode())
        .isEqualTo(422);
    assertThat(count("time_off where person = :me")).isZero();
  }

  @Test
  void listsTheBookingsThatTimeOffTouchesBeforeItIsTaken() {
    book(monday, 10);
    var browser = me.browser();
    String[] fields = {
      "offFrom",
      monday.toString(),
      "offTo",
      monday.toString(),
      "reason",
      "Court in person",
      "coverName",
      "Marta Ruiz"
    };
    var warned = browser.post("/availability/time-off", fields);
    assertThat(warned.statusCode()).isEqualTo(409);
    assertThat(warned.body()).contains("Interview with Alder").contains("Nothing is saved yet");
    assertThat(count("time_off where person = :me")).isZero();
    var again = Jsoup.parse(warned.body()).select("form:has([name=anyway]) input");
    var all = new java.util.ArrayList<String>();
    again.stream()
        .filter(input -> !input.attr("name").equals("_csrf"))
        .forEach(input -> {
          all.add(input.attr("name"));
          all.add(input.val());
        });
    assertThat(browser.post("/availability/time-off", all.toArray(String[]::new)).body())
        .contains("Those days are off.")
        .contains("Court in person, covered by Marta Ruiz");
    assertThat(count("time_off where person = :me")).isEqualTo(1);
  }

  @Test
  void takesTheSameDaysOffOnceHoweverOftenTheFormIsSent() {
    var browser = me.browser();
    var day = monday.toString();
    browser.page("/availability");
    java.util.stream.IntStream.range(0, 12)
        .parallel()
        .forEach(_ -> browser.post("/availability/time-off", "offFrom", day, "offTo", day));
    assertThat(count("time_off where person = :me")).isEqualTo(1);
  }

  @Test
  void listsTheBookingsThatAnotherWeekTouches() {
    book(monday, 16);
    var browser = me.browser();
    var page = browser.page("/hours");
    var answer =
        browser.post(
            "/hours",
            "seen",
            page.select("[name=seen]").val(),
            "day",
            "MON",
            "start",
            "09:00",
            "end",
            "12:00",
            "zone",
            "America/New_York",
            "capacity",
            "40",
            "elsewhere",
            "0",
            "do",
            "save");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Interview with Alder");
    assertThat(count("working_hours where staff = :me and rows::text like '%12:00%'")).isZero();
  }

  @Test
  void keepsACountrysHolidaysWithoutThoseWorked() {
    var browser = me.browser();
    browser.post("/availability/holidays", "country", "US", "shown", "");
    var page = browser.page("/availability");
    assertThat(page.select("[name=keeps][checked]")).hasSize(11);
    browser.post("/availability/holidays", "country", "US", "shown", "US", "keeps", "us-christmas");
    assertThat(browser.page("/availability").select("[name=keeps][checked]")).hasSize(1);
    assertThat(browser.post("/availability/holidays", "country", "XX", "shown", "").statusCode())
        .isEqualTo(422);
  }

  @Test
  void refusesToBeInTwoPlaces() {
    var browser = me.browser();
    String[] trip = {
      "tripFrom", monday.toString(), "tripTo", monday.toString(), "tripZone", "Europe/Berlin"
    };
    assertThat(browser.post("/availability/travel", trip).body()).contains("clock there");
    assertThat(browser.post("/availability/travel", trip).statusCode()).isEqualTo(422);
    assertThat(browser.get("/calendar?on=" + monday).body()).contains("3:00 AM – 11:00 AM");
  }

  @Test
  void followsACalendarByItsAddressAndKeepsTheLastGoodCopy() throws IOException {
    var status = new AtomicInteger(200);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/me.ics",
        exchange -> {
          var bytes = file(monday).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status.get(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      var browser = me.browser();
      var address = "http://localhost:" + server.getAddress().getPort() + "/me.ics";
      assertThat(browser.post("/calendar/links/addresses", "address", address).body())
          .contains("The calendar is added.")
          .contains("1 event read")
          .doesNotContain("me.ics");
      assertThat(count("busy_block where person = :me")).isEqualTo(1);
      assertThat(browser.get("/calendar?on=" + monday).body())
          .contains("9:00 AM – 12:00 PM")
          .contains("Busy")
          .doesNotContain("Secret");
      status.set(500);
      var source =
          sources
              .due(worker.db(), java.time.Instant.now(), 200)
              .filter(one -> one.person().equals(me.staff().value()))
              .blockFirst();
      assertThat(source).isNotNull();
      imports.refresh(java.util.Objects.requireNonNull(source)).block();
      assertThat(browser.get("/calendar/links").body())
          .contains("Not reachable")
          .contains("answered with an error")
          .contains("still counts");
      assertThat(count("busy_block where person = :me")).isEqualTo(1);
      var stranger = Somebody.of(Somebody.record(), importStaff, worker, port).browser();
      assertThat(stranger.post("/calendar/links/" + source.id() + "/removal").statusCode())
          .isEqualTo(404);
      browser.post("/calendar/links/" + source.id() + "/removal");
      assertThat(count("busy_block where person = :me")).isZero();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void takesAFileAndRefusesAHostileOne() {
    var browser = me.browser();
    var good = file(monday).getBytes(StandardCharsets.UTF_8);
    var page = "/calendar/links/files";
    assertThat(browser.upload(page, "file", "me.ics", good, "fileName", "Court").body())
        .contains("The calendar is added.")
        .contains("Court");
    browser.upload(page, "file", "me.ics", good, "fileName", "Court, sent again");
    assertThat(count("busy_source where person = :me"))
        .as("the same file counts once")
        .isEqualTo(1);
    var bomb =
        file(monday)
            .replace("UID:1", "UID:1\r\nRRULE:FREQ=SECONDLY")
            .getBytes(StandardCharsets.UTF_8);
    var refused = browser.upload(page, "file", "me.ics", bomb, "fileName", "Bomb");
    assertThat(refused.statusCode()).isEqualTo(422);
    var shown = Jsoup.parse(refused.body());
    assertThat(shown.select("#f-file-error").text()).contains("by the hour or faster");
    assertThat(shown.select("[name=fileName]").val()).isEqualTo("Bomb");
    assertThat(browser.upload(page, "file", "me.ics", new byte[1_000_001]).statusCode())
        .isEqualTo(413);
    assertThat(count("busy_source where person = :me")).isEqualTo(1);
  }

  @Test
  void refusesAnAddressInsideWithoutSayingWhatIsThere() {
    for (var address : new String[] {"http://169.254.169.254/", "http://10.0.0.1/x.ics"}) {
      var answer = me.browser().post("/calendar/links/addresses", "address", address);
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(answer.body()).select("#f-address-error").text())
          .contains("We could not reach a calendar at that address.");
    }
    assertThat(count("busy_source where person = :me")).isZero();
  }

  @Test
  void givesTheOwnCalendarToOtherProgramsUntilTheAddressIsRenewed() {
    book(monday, 10);
    var browser = me.browser();
    browser.post("/calendar/links/feed");
    var first = browser.page("/calendar/links").select("#f-feed").val();
    assertThat(first).contains("/feeds/").endsWith(".ics");
    var path = first.substring(first.indexOf("/feeds/"));
    var nobody = new Browserless(port);
    var feed = nobody.get(path);
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElse("")).contains("text/calendar");
    assertThat(feed.headers().firstValue("Cache-Control").orElse("")).contains("private");
    assertThat(feed.body()).startsWith("BEGIN:VCALENDAR\r\n").contains("Interview with Alder");
    // a program that looks every quarter of an hour finds news only where something changed
    worker
        .db()
        .sql("update appointment set updated_at = '2026-01-02T03:04:05Z' where person = :me")
        .bind("me", me.staff().value())
        .then()
        .block();
    feed = nobody.get(path);
    assertThat(feed.body()).contains("DTSTAMP:20260102T030405Z");
    var tag = feed.headers().firstValue("ETag").orElse("");
    assertThat(nobody.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    browser.post("/calendar/links/feed");
    assertThat(nobody.get(path).statusCode()).isEqualTo(404);
    assertThat(nobody.get("/feeds/guess.ics").statusCode()).isEqualTo(404);
    assertThat(count("calendar_feed where person = :me")).isEqualTo(1);
  }
}
