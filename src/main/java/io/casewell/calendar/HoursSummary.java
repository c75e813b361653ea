package io.casewell.calendar;

import io.casewell.platform.WeekBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's usual week in short.
 *
 * @param words e.g. "40 hours a week open, in New York (America)"
 * @param free what is left of the capacity, in words
 * @param blocks the week as it is drawn; empty when nothing is said yet
 */
public record HoursSummary(String words, String free, List<WeekBlock> blocks) {

  static HoursSummary of(@Nullable WeeklyHours hours) {
    if (hours == null) {
      return new HoursSummary("No hours yet.", "", List.of());
    }
    int left = Math.max(hours.capacityHours() - hours.committedElsewhereHours(), 0);
    return new HoursSummary(
        amount(WeekPicture.minutes(hours.rows()))
            + " a week open, by the clock of "
            + Zones.words(hours.zone().getId()),
        (left == 1 ? "1 hour" : left + " hours")
            + " a week left for firms: "
            + hours.capacityHours()
            + " wanted, "
            + hours.committedElsewhereHours()
            + " taken elsewhere",
        WeekPicture.of(hours.rows(), "free"));
  }

  private static String amount(int minutes) {
    if (minutes == 60) {
      return "1 hour";
    }
    var hours = minutes / 60 + (minutes % 60 == 0 ? "" : "." + minutes % 60 * 100 / 60);
    return hours + " hours";
  }
}
