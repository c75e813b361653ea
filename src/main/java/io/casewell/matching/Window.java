package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A need's window in one week, as the quarter-hours it really takes: each day resolved in the
 * need's zone, whole, even where it runs past Sunday. Remembers how it looks on the clocks asked
 * for; used by one thread at a time.
 */
final class Window {
  private final int firstDay;
  private final long[] instants;
  private final Map<ZoneId, LocalView> views = new HashMap<>();

  private Window(LocalDate monday, long[] instants) {
    firstDay = (int) monday.toEpochDay();
    this.instants = instants;
  }

  static Window of(NeedTerms terms, LocalDate monday) {
    var row = terms.window();
    var instants = new long[QuarterHours.WEEK + QuarterHours.DAY];
    int size = 0;
    for (var day : DayOfWeek.values()) {
      if (!row.days().contains(day)) {
        continue;
      }
      var date = monday.plusDays(day.ordinal());
      long start = QuarterHours.resolve(date, row.startMinute(), terms.zone());
      long end = QuarterHours.resolve(date, row.startMinute() + row.minutesADay(), terms.zone());
      for (long at = start; at < end; at++) {
        instants = size < instants.length ? instants : Arrays.copyOf(instants, size * 2);
        instants[size++] = at;
      }
    }
    return new Window(monday, Arrays.copyOf(instants, size));
  }

  /** Whole days from Monday on as one window, for a drawing. */
  static Window whole(LocalDate monday, int days, ZoneId zone) {
    long start = QuarterHours.resolve(monday, 0, zone);
    long end = QuarterHours.resolve(monday.plusDays(days), 0, zone);
    var instants = new long[(int) (end - start)];
    Arrays.setAll(instants, i -> start + i);
    return new Window(monday, instants);
  }

  /** Its Monday, as days since 1970. */
  int firstDay() {
    return firstDay;
  }

  /** Its quarter-hours, ascending, each once. */
  long[] instants() {
    return instants;
  }

  /** How it looks on this zone's clocks. */
  LocalView view(ZoneId zone) {
    return views.computeIfAbsent(zone, z -> LocalView.of(this, z));
  }

  int size() {
    return instants.length;
  }
}
