package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.calendar.TypedHours.Line;
import io.casewell.platform.Problems;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypedHoursTest {
  private static TypedHours week(Line... lines) {
    return new TypedHours("America/New_York", "40", "0", List.of(lines));
  }

  @Test
  void copiesADayOntoAllOthers() {
    var copied =
        week(new Line("TUE", "13:00", "14:00"), new Line("MON", "09:00", "12:00"))
            .copied("MON", List.of());
    assertThat(copied.lines()).hasSize(7).allMatch(line -> line.start().equals("09:00"));
  }

  @Test
  void copiesADayOntoThoseNamed() {
    var copied =
        week(
                new Line("MON", "09:00", "12:00"),
                new Line("MON", "13:00", "17:00"),
                new Line("FRI", "10:00", "11:00"))
            .copied("MON", List.of("WED"));
    assertThat(copied.lines())
        .containsExactly(
            new Line("MON", "09:00", "12:00"),
            new Line("MON", "13:00", "17:00"),
            new Line("WED", "09:00", "12:00"),
            new Line("WED", "13:00", "17:00"),
            new Line("FRI", "10:00", "11:00"));
  }

  @Test
  void mergesDaysOfTheSameHoursAndLeavesBlanksOut() {
    var problems = new Problems();
    var read =
        week(
                new Line("MON", "09:00", "17:00"),
                new Line("TUE", "09:00", "17:00"),
                new Line("WED", "", ""))
            .read(problems);
    assertThat(read).isPresent();
    assertThat(read.orElseThrow().rows())
        .containsExactly(new HoursRow(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY), 540, 1020));
  }

  @Test
  void takesMidnightAsTheDaysEnd() {
    var read = week(new Line("MON", "22:00", "00:00")).read(new Problems()).orElseThrow();
    assertThat(read.rows().getFirst().minutesADay()).isEqualTo(120);
    assertThat(TypedHours.of(read).lines()).containsExactly(new Line("MON", "22:00", "00:00"));
  }

  @Test
  void saysWhatIsWrongAtEachLine() {
    var problems = new Problems();
    var typed =
        new TypedHours(
            "Mars/Olympus",
            "1e3",
            "-1",
            List.of(new Line("MON", "09:07", "17:00"), new Line("TUE", "09:00", "")));
    assertThat(typed.read(problems)).isEmpty();
    assertThat(problems.byField())
        .containsOnlyKeys("zone", "capacity", "elsewhere", "start-0", "end-1");
  }
}
