package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTextTest {
  @ParameterizedTest
  @CsvSource({"00:00,0", "09:15,555", "23:45,1425", "24:00,1440", "09:07,547"})
  void readsAClock(String text, int minute) {
    assertThat(HoursText.minute(text)).hasValue(minute);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9:00",
        "09:60",
        "24:01",
        "25:00",
        "-1:00",
        "09:00:00",
        "09.00",
        "०९:००",
        "noon"
      })
  void readsNothingElse(String text) {
    assertThat(HoursText.minute(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,midnight", "540,9 am", "555,9:15 am", "720,noon", "735,12:15 pm", "1440,midnight"})
  void saysAClockInWords(int minute, String words) {
    assertThat(HoursText.words(minute)).isEqualTo(words);
  }

  @Test
  void writesRowsAndReadsThemAgain() {
    var rows =
        List.of(
            new HoursRow(Set.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY), 540, 1020),
            new HoursRow(Set.of(DayOfWeek.SUNDAY), 1320, 1440));
    assertThat(HoursText.json(rows)).contains("[\"MON\",\"TUE\"]").contains("\"24:00\"");
    assertThat(HoursText.rows(HoursText.json(rows))).isEqualTo(rows);
  }

  @Test
  void refusesRowsItWouldNotWrite() {
    assertThatThrownBy(
            () -> HoursText.rows("[{\"days\":[\"MO\"],\"start\":\"09:00\",\"end\":\"10:00\"}]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Asia/Kolkata", "Europe/London", "UTC"})
  void knowsTheZonesOfRegions(String id) {
    assertThat(Zones.region(id)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mars/Olympus",
        "EST5EDT",
        "EST",
        "+25:00",
        "+02:00",
        "Z",
        "Etc/GMT+5",
        "Eastern Standard Time",
        "america/new_york",
        "America/New_York ",
        "../etc/passwd"
      })
  void knowsNoOtherZones(String id) {
    assertThat(Zones.region(id)).isEmpty();
  }

  @Test
  void drawsARowThatRunsIntoTheNextDayOnBoth() {
    var blocks = WeekPicture.of(List.of(new HoursRow(Set.of(DayOfWeek.SUNDAY), 1320, 120)), "free");
    assertThat(blocks).hasSize(2);
    assertThat(blocks.getFirst().day()).as("Monday after the Sunday").isZero();
    assertThat(WeekPicture.minutes(List.of(new HoursRow(Set.of(DayOfWeek.SUNDAY), 1320, 120))))
        .isEqualTo(240);
  }

  @Test
  void drawsOverlappingRowsOnce() {
    var rows =
        List.of(
            new HoursRow(Set.of(DayOfWeek.MONDAY), 540, 720),
            new HoursRow(Set.of(DayOfWeek.MONDAY), 600, 780));
    assertThat(WeekPicture.minutes(rows)).isEqualTo(240);
    assertThat(WeekPicture.of(rows, "free")).hasSize(1);
  }
}
