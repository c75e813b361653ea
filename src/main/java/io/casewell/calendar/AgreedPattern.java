package io.casewell.calendar;

import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hours of every week that a professional has promised.
 *
 * @param kind offer, engagement or series
 * @param source the offer, engagement or series
 * @param firm to whom, or null
 * @param zone by whose wall clock
 * @param rows the hours; those that overlap count once
 * @param hoursPerWeek what counts against the capacity
 * @param from first day
 * @param until last day, or null while it has none
 * @param title what the professional reads in the calendar
 */
public record AgreedPattern(
    StaffId staff,
    String kind,
    UUID source,
    @Nullable FirmId firm,
    ZoneId zone,
    List<HoursRow> rows,
    int hoursPerWeek,
    LocalDate from,
    @Nullable LocalDate until,
    String title) {
  public AgreedPattern {
    rows = List.copyOf(rows);
    if (!List.of("offer", "engagement", "series").contains(kind)
        || hoursPerWeek < 0
        || hoursPerWeek > WeeklyHours.WEEK
        || (until != null && until.isBefore(from))) {
      throw new IllegalArgumentException("an agreement out of bounds");
    }
  }

  /** A shift of it. */
  public record Shift(Instant start, Instant end) {}

  /** Its shifts that begin on a day from one to another, both included. */
  public List<Shift> shifts(LocalDate first, LocalDate last) {
    var begin = first.isBefore(from) ? from : first;
    var end = until != null && until.isBefore(last) ? until : last;
    var ranges = new Ranges();
    var clock = ZoneTable.of(zone);
    for (var date = begin; !date.isAfter(end); date = date.plusDays(1)) {
      int midnight = Math.toIntExact(date.toEpochDay()) * Span.DAY;
      for (var row : rows) {
        if (row.days().contains(date.getDayOfWeek())) {
          var span = Span.of(row.startMinute(), row.endMinute());
          ranges.add(clock.instant(midnight + span.start()), clock.instant(midnight + span.end()));
        }
      }
    }
    ranges.merge();
    var shifts = new ArrayList<Shift>(ranges.size);
    for (int i = 0; i < ranges.size; i++) {
      shifts.add(new Shift(SlotEngine.instant(ranges.from[i]), SlotEngine.instant(ranges.to[i])));
    }
    return shifts;
  }
}
