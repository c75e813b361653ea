package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.platform.Ids;
import io.casewell.platform.StaffId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clocks change on March 14, 2027 in the United States, and on March 28 in Germany. */
class ClockShiftTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MARCH_8 = LocalDate.of(2027, 3, 8);

  /** Monday and Thursday, ten to one in New York. */
  private static AgreedPattern pattern(LocalDate from, @Nullable LocalDate until) {
    return new AgreedPattern(
        StaffId.next(),
        "engagement",
        Ids.next(),
        null,
        NEW_YORK,
        List.of(new HoursRow(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 600, 780)),
        6,
        from,
        until,
        "Work");
  }

  private static final AgreedPattern LONG = pattern(LocalDate.of(2027, 1, 1), null);

  @Test
  void saysWhenHoursMoveForWhoLivesByAnotherClock() {
    assertThat(ClockShift.next(LONG, BERLIN, MARCH_8, 14))
        .contains(
            new ClockShift(LocalDate.of(2027, 3, 15), LocalTime.of(16, 0), LocalTime.of(15, 0)));
    // and back again, two weeks later
    assertThat(ClockShift.next(LONG, BERLIN, LocalDate.of(2027, 3, 20), 14))
        .contains(
            new ClockShift(LocalDate.of(2027, 3, 29), LocalTime.of(15, 0), LocalTime.of(16, 0)));
    assertThat(ClockShift.next(LONG, ZoneId.of("Asia/Manila"), MARCH_8, 14))
        .contains(
            new ClockShift(LocalDate.of(2027, 3, 15), LocalTime.of(23, 0), LocalTime.of(22, 0)));
  }

  @Test
  void saysNothingWhereNothingMoves() {
    assertThat(ClockShift.next(LONG, NEW_YORK, MARCH_8, 14)).isEmpty();
    assertThat(ClockShift.next(LONG, ZoneId.of("America/Chicago"), MARCH_8, 14)).isEmpty();
    assertThat(ClockShift.next(LONG, BERLIN, LocalDate.of(2027, 2, 1), 14)).isEmpty();
    // over by then, or begun only afterwards
    assertThat(
            ClockShift.next(
                pattern(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 12)), BERLIN, MARCH_8, 14))
        .isEmpty();
    assertThat(ClockShift.next(pattern(LocalDate.of(2027, 3, 15), null), BERLIN, MARCH_8, 14))
        .isEmpty();
  }

  @Test
  void saysItOnceItHasComeAndNotAgainAfterwards() {
    assertThat(ClockShift.next(LONG, BERLIN, LocalDate.of(2027, 3, 15), 2)).isPresent();
    assertThat(ClockShift.next(LONG, BERLIN, LocalDate.of(2027, 3, 16), 5)).isEmpty();
  }
}
