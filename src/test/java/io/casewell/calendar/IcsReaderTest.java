package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.calendar.IcsReader.Read;
import io.casewell.calendar.IcsReader.Refused;
import io.casewell.calendar.IcsReader.Stretch;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcsReaderTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private static IcsReader.Outcome outcome(String body) {
    var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + body + "END:VCALENDAR\r\n";
    return IcsReader.read(file.getBytes(StandardCharsets.UTF_8), NEW_YORK, NOW);
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
  }

  private static List<String> busy(String... events) {
    return switch (outcome(String.join("", events))) {
      case Read(var busy, _, _) -> busy.stream().map(IcsReaderTest::words).toList();
      case Refused(var sentence) -> throw new AssertionError(sentence);
    };
  }

  private static String words(Stretch stretch) {
    return stretch.start() + "/" + stretch.end();
  }

  private static String refusal(String body) {
    return switch (outcome(body)) {
      case Refused(var sentence) -> sentence;
      case Read read -> throw new AssertionError("was read: " + read.busy().size());
    };
  }

  @Test
  void readsTimesInTheirZonesAndWholeDaysInThePersons() {
    assertThat(
            busy(
                event(
                    "UID:1",
                    "DTSTART;TZID=America/Los_Angeles:20260303T090000",
                    "DTEND;TZID=America/Los_Angeles:20260303T100000"),
                event("UID:2", "DTSTART:20260304T090000Z", "DURATION:PT1H30M"),
                event("UID:3", "DTSTART:20260305T090000", "DTEND:20260305T093000"),
                event("UID:4", "DTSTART;VALUE=DATE:20260306", "DTEND;VALUE=DATE:20260307")))
        .containsExactly(
            "2026-03-03T17:00:00Z/2026-03-03T18:00:00Z",
            "2026-03-04T09:00:00Z/2026-03-04T10:30:00Z",
            "2026-03-05T14:00:00Z/2026-03-05T14:30:00Z",
            "2026-03-06T05:00:00Z/2026-03-07T05:00:00Z");
  }

  @Test
  void repeatsByTheWallClockAcrossAClockChange() {
    assertThat(
            busy(
                event(
                    "UID:1",
                    "DTSTART;TZID=America/New_York:20260302T090000",
                    "DTEND;TZID=America/New_York:20260302T100000",
                    "RRULE:FREQ=WEEKLY;COUNT=2",
                    "EXDATE;TZID=America/New_York:20260316T090000")))
        .containsExactly(
            "2026-03-02T14:00:00Z/2026-03-02T15:00:00Z",
            "2026-03-09T13:00:00Z/2026-03-09T14:00:00Z");
  }

  @Test
  void movesAWallClockThatDoesNotExistToTheFirstMomentAfterIt() {
    assertThat(
            busy(
                event(
                    "UID:1",
                    "DTSTART;TZID=America/New_York:20260308T023000",
                    "DTEND;TZID=America/New_York:20260308T040000")))
        .containsExactly("2026-03-08T07:00:00Z/2026-03-08T08:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;COUNT=3                       | 20260302 20260303 20260304",
        "FREQ=DAILY;INTERVAL=2;UNTIL=20260306     | 20260302 20260304 20260306",
        "FREQ=DAILY;BYDAY=MO,WE;COUNT=3           | 20260302 20260304 20260309",
        "FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4          | 20260302 20260306 20260309 20260313",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=2           | 20260302 20260316",
        "FREQ=MONTHLY;BYDAY=1MO;COUNT=3           | 20260302 20260406 20260504",
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2          | 20260302 20260327 20260424",
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2       | 20260302 20260331 20260531",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2 | 20260302 20260331 20260430",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=1MO;COUNT=2  | 20260302 20270301",
        "FREQ=YEARLY;COUNT=2                      | 20260302 20270302",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30      | 20260302",
      })
  void unrollsARule(String rule, String days) {
    var read =
        busy(event("UID:1", "DTSTART:20260302T150000Z", "DTEND:20260302T160000Z", "RRULE:" + rule));
    assertThat(read.stream().map(one -> one.substring(0, 10).replace("-", "")))
        .containsExactly(days.strip().split(" "));
  }

  @Test
  void unrollsWhatBeganLongAgoOnlyForTheTimeThatCounts() {
    var read =
        busy(
            event(
                "UID:1",
                "DTSTART:19900101T150000Z",
                "DTEND:19900101T160000Z",
                "RRULE:FREQ=WEEKLY;BYDAY=TU;INTERVAL=1"));
    assertThat(read).hasSizeBetween(77, 80);
    assertThat(read.getFirst()).startsWith("2026-03-03T15:00");
    assertThat(read.getLast()).startsWith("2027-08-31T15:00");
  }

  @Test
  void takesAVersionOfItsOwnInPlaceOfTheRulesDay() {
    var series =
        event("UID:1", "DTSTART:20260302T150000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=3");
    var moved =
        event(
            "UID:1", "RECURRENCE-ID:20260303T150000Z", "DTSTART:20260303T180000Z", "DURATION:PT1H");
    var cancelled =
        event(
            "UID:1",
            "RECURRENCE-ID:20260304T150000Z",
            "STATUS:CANCELLED",
            "DTSTART:20260304T150000Z",
            "DURATION:PT1H");
    assertThat(busy(moved, series, cancelled))
        .containsExactly(
            "2026-03-02T15:00:00Z/2026-03-02T16:00:00Z",
            "2026-03-03T18:00:00Z/2026-03-03T19:00:00Z");
  }

  @Test
  void leavesOutWhatTakesNoTime() {
    assertThat(
            busy(
                event("UID:1", "DTSTART:20260303T150000Z", "DURATION:PT1H", "STATUS:CANCELLED"),
                event("UID:2", "DTSTART:20260303T150000Z", "DURATION:PT1H", "TRANSP:TRANSPARENT"),
                event(
                    "UID:3",
                    "DTSTART:20260303T150000Z",
                    "DURATION:PT1H",
                    "X-MICROSOFT-CDO-BUSYSTATUS:FREE"),
                event("UID:4", "DTSTART:20260303T150000Z")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Eastern Standard Time, 14",
    "/citadel.org/20210210_1/America/Chicago, 15",
    "UTC, 09"
  })
  void knowsTheNamesOtherProgramsUse(String zone, String hour) {
    assertThat(busy(event("UID:1", "DTSTART;TZID=" + zone + ":20260303T090000", "DURATION:PT1H")))
        .singleElement()
        .asString()
        .startsWith("2026-03-03T" + hour + ":00");
  }

  @Test
  void believesTheRegionAFileGivesForItsOwnZone() {
    var zone =
        "BEGIN:VTIMEZONE\r\nTZID:Custom\r\nX-LIC-LOCATION:America/Denver\r\nEND:VTIMEZONE\r\n";
    assertThat(busy(zone, event("UID:1", "DTSTART;TZID=Custom:20260303T090000", "DURATION:PT1H")))
        .containsExactly("2026-03-03T16:00:00Z/2026-03-03T17:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "EST5EDT", "+25:00", "Etc/GMT+5", "Custom"})
  void refusesAZoneNobodyKnows(String zone) {
    assertThat(
            refusal(
                event("UID:1", "DTSTART;TZID=\"" + zone + "\":20260303T090000", "DURATION:PT1H")))
        .contains("time zone we do not know");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=99999999",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=2147483647",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=1001",
        "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1",
        "FREQ=YEARLY;BYYEARDAY=1",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=XX",
        "COUNT=3",
        "nonsense"
      })
  void refusesABombBeforeUnrollingIt(String rule) {
    var file = event("UID:1", "DTSTART:20260302T150000Z", "DURATION:PT1H", "RRULE:" + rule);
    assertThat(cpuMillis(() -> refusal(file))).isLessThan(200);
  }

  @Test
  void refusesHostileFilesSoon() {
    var many =
        IntStream.range(0, 1_999)
            .mapToObj(i ->
                event("UID:" + i, "DTSTART:20200101T150000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"))
            .collect(Collectors.joining());
    var nested = "BEGIN:VEVENT\r\n".repeat(50_000);
    var zones = "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE\r\n".repeat(20_000);
    var events = event("UID:1", "DTSTART:20260303T150000Z", "DURATION:PT1H").repeat(2_001);
    var exceptions =
        event(
            "UID:1",
            "DTSTART:20260303T150000Z",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY",
            "EXDATE:" + "20260303T150000Z,".repeat(5_000) + "20260303T150000Z");
    var large = event("UID:1", "SUMMARY:" + "x".repeat(10_000_000));
    for (var hostile : List.of(many, nested, zones, events, exceptions, large)) {
      assertThat(cpuMillis(() -> refusal(hostile))).isLessThan(200);
    }
  }

  @Test
  void readsAFileAtItsLimitsSoon() {
    var oneLine = event("UID:1", "SUMMARY:" + "x".repeat(900_000));
    var folded = event("UID:1", "SUMMARY:" + "x\r\n ".repeat(240_000));
    var events =
        IntStream.range(0, 2_000)
            .mapToObj(i ->
                event(
                    "UID:" + i, "DTSTART:20260303T150000Z", "DURATION:PT1H", "RRULE:FREQ=MONTHLY"))
            .collect(Collectors.joining());
    for (var file : List.of(oneLine, folded, events)) {
      assertThat(cpuMillis(() -> outcome(file))).isLessThan(500);
    }
    assertThat(busy(events)).hasSize(18);
  }

  @Test
  void reportsWhatSaysNoTimeAndTakesTheRest() {
    var outcome =
        outcome(
            event("UID:1", "SUMMARY:no start", "ATTACH:file:///etc/passwd")
                + event("UID:2", "DTSTART:20260303T150000Z", "DTEND:20260303T140000Z")
                + event("UID:3", "DTSTART:99990303T150000Z", "DURATION:PT1H")
                + event("UID:4", "DTSTART:20261231T235960Z", "DURATION:PT1H")
                + event("UID:4", "RECURRENCE-ID:20261231T235960Z", "RECURRENCE-ID:x")
                + event("UID:5", "DTSTART:20260303T150000Z", "DURATION:PT1H"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Read.class,
            read -> {
              assertThat(read.events()).isEqualTo(6);
              assertThat(read.skipped()).isEqualTo(4);
              assertThat(read.busy())
                  .extracting(IcsReaderTest::words)
                  .contains("2026-03-03T15:00:00Z/2026-03-03T16:00:00Z");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html><body>Sign in</body></html>", "BEGIN:VCARD", "\0\0\0"})
  void refusesWhatIsNoCalendar(String file) {
    var read = IcsReader.read(file.getBytes(StandardCharsets.UTF_8), NEW_YORK, NOW);
    assertThat(read)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.sentence()).contains("not a calendar"));
  }

  @Test
  void refusesWhatBreaksOff() {
    var cut = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n";
    assertThat(IcsReader.read(cut.getBytes(StandardCharsets.UTF_8), NEW_YORK, NOW))
        .isEqualTo(new Refused("That calendar breaks off in the middle."));
  }

  private static long cpuMillis(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - begun) / 1_000_000;
  }
}
