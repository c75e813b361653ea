package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The minutes a need and a staff member share in the worst week looked at, for one need and many
 * staff. The weeks: the one with the start date, and after each clock change of either zone during
 * the engagement the first whose Monday lies after it. Remembers each zone it meets; used by one
 * thread at a time.
 */
final class Overlap {
  private final NeedTerms terms;
  private final LocalDate startMonday;
  private final Map<LocalDate, Window> windows = new HashMap<>();
  private final Map<ZoneId, Zone> zones = new HashMap<>();

  Overlap(NeedTerms terms) {
    this.terms = terms;
    this.startMonday = terms.startDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** Real minutes a week shared with this staff member. */
  int minutes(StaffFacts facts) {
    var zone = zone(facts.zone());
    var bits = WeeklyHours.bits(facts.hours());
    var promises = Promise.all(facts.commitments());
    return minutes(zone, bits, 0, promises);
  }

  /** What is needed to read weekly hours of this zone. */
  Zone zone(ZoneId zone) {
    var known = zones.get(zone);
    if (known == null) {
      known = read(zone);
      zones.put(zone, known);
    }
    return known;
  }

  /** As {@link Zone#minutes}, less what is promised in the weeks looked at. */
  static int minutes(Zone zone, long[] bits, int offset, List<Promise> promises) {
    if (!zone.touches(promises)) {
      return zone.minutes(bits, offset);
    }
    int least = Integer.MAX_VALUE;
    for (var window : zone.all) {
      least = Math.min(least, quarters(window, zone.id, bits, offset, promises));
    }
    return least * 15;
  }

  private static int quarters(
      Window window, ZoneId zone, long[] bits, int offset, List<Promise> promises) {
    long[] taken = null;
    for (var promise : promises) {
      if (!promise.touches(window.firstDay())) {
        continue;
      }
      if (taken != null || !promise.fills(window.firstDay()) || !promise.zone.equals(zone)) {
        return bitCount(free(window, zone, bits, offset, promises));
      }
      taken = promise.weekly;
    }
    var view = window.view(zone);
    return taken == null ? view.shared(bits, offset) : view.shared(bits, offset, taken);
  }

  /** Which of a window's quarter-hours this staff member is free at, one bit each. */
  static long[] free(Window window, StaffFacts facts) {
    var bits = WeeklyHours.bits(facts.hours());
    return free(window, facts.zone(), bits, 0, Promise.all(facts.commitments()));
  }

  LocalDate startMonday() {
    return startMonday;
  }

  private static long[] free(
      Window window, ZoneId zone, long[] bits, int offset, List<Promise> promises) {
    var free = new long[window.size() / 64 + 2];
    var taken = new long[free.length];
    window.view(zone).add(bits, offset, free);
    for (var promise : promises) {
      if (promise.touches(window.firstDay())) {
        var view = window.view(promise.zone);
        view.add(promise.hours, promise.firstDay, promise.lastDay, taken);
      }
    }
    for (int i = 0; i < free.length; i++) {
      free[i] &= ~taken[i];
    }
    return free;
  }

  private Zone read(ZoneId zone) {
    var all = new ArrayList<Window>();
    var different = new ArrayList<LocalView>();
    for (var monday : mondays(zone)) {
      var window = windows.computeIfAbsent(monday, m -> Window.of(terms, m));
      var view = window.view(zone);
      all.add(window);
      if (different.stream().noneMatch(view::readsAs)) {
        different.add(view);
      }
    }
    return new Zone(zone, all, different.toArray(LocalView[]::new));
  }

  private TreeSet<LocalDate> mondays(ZoneId staffZone) {
    var mondays = new TreeSet<LocalDate>();
    mondays.add(startMonday);
    addAfterChanges(terms.zone(), mondays);
    addAfterChanges(staffZone, mondays);
    return mondays;
  }

  private void addAfterChanges(ZoneId zone, TreeSet<LocalDate> mondays) {
    var rules = zone.getRules();
    var end = midnight(terms.lastDay().plusDays(1));
    // asked from just before, because a change at the first instant counts
    var change = rules.nextTransition(midnight(terms.startDate()).minusNanos(1));
    while (change != null && change.getInstant().isBefore(end)) {
      var date = change.getInstant().atZone(terms.zone()).toLocalDate();
      var monday = date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      if (!monday.isAfter(terms.lastDay())) {
        mondays.add(monday);
      }
      change = rules.nextTransition(change.getInstant());
    }
  }

  private static Instant midnight(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static int bitCount(long[] bits) {
    int sum = 0;
    for (long word : bits) {
      sum += Long.bitCount(word);
    }
    return sum;
  }

  /** A zone of weekly hours: the weeks looked at, and those of them that read differently. */
  static final class Zone {
    private final ZoneId id;
    private final List<Window> all;
    private final LocalView[] different;

    private Zone(ZoneId id, List<Window> all, LocalView[] different) {
      this.id = id;
      this.all = all;
      this.different = different;
    }

    private boolean touches(List<Promise> promises) {
      for (var promise : promises) {
        for (var window : all) {
          if (promise.touches(window.firstDay())) {
            return true;
          }
        }
      }
      return false;
    }

    /** Minutes shared with weekly bits that stand in an array from an offset on. */
    int minutes(long[] bits, int offset) {
      int least = Integer.MAX_VALUE;
      for (var view : different) {
        least = Math.min(least, view.shared(bits, offset));
      }
      return least * 15;
    }
  }

  /** A commitment, ready to be subtracted; the days are counted since 1970. */
  record Promise(
      ZoneId zone,
      WeeklyHours hours,
      long[] weekly,
      boolean hasHours,
      int hoursPerWeek,
      long firstDay,
      long lastDay) {
    static List<Promise> all(List<StaffFacts.Commitment> commitments) {
      var all = new ArrayList<Promise>(commitments.size());
      for (var c : commitments) {
        var hours = WeeklyHours.of(c.hours());
        all.add(
            new Promise(
                c.zone(),
                hours,
                hours.together(),
                !c.hours().isEmpty(),
                c.hoursPerWeek(),
                c.from().toEpochDay(),
                c.lastEpochDay()));
      }
      return all;
    }

    /**
     * Whether all days near the week from this one on are within its dates, so that they need no
     * look.
     */
    private boolean fills(long day) {
      return firstDay <= day - 3 && lastDay >= day + 9;
    }

    /**
     * Whether it can take time in the week from this day on; a few days wide, because zones differ.
     */
    private boolean touches(long day) {
      return hasHours && firstDay <= day + 9 && lastDay >= day - 3;
    }
  }
}
