package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    var promises = Promises.of(facts.commitments());
    return minutes(zone, bits, 0, promises, 0, promises.size());
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

  /** As {@link Zone#minutes}, less what a range of promises takes in the weeks looked at. */
  static int minutes(Zone zone, long[] bits, int offset, Promises promises, int from, int to) {
    if (!zone.touches(promises, from, to)) {
      return zone.minutes(bits, offset);
    }
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < zone.windows.length; i++) {
      least = Math.min(least, zone.quarters(i, bits, offset, promises, from, to));
    }
    return least * 15;
  }

  /** Which of a window's quarter-hours this staff member is free at, one bit each. */
  static long[] free(Window window, StaffFacts facts) {
    var bits = WeeklyHours.bits(facts.hours());
    var promises = Promises.of(facts.commitments());
    return free(window, window.view(facts.zone()), bits, 0, promises, 0, promises.size());
  }

  LocalDate startMonday() {
    return startMonday;
  }

  private static long[] free(
      Window window, LocalView view, long[] bits, int offset, Promises promises, int from, int to) {
    var free = new long[window.size() / 64 + 2];
    var taken = new long[free.length];
    view.add(bits, offset, free);
    for (int i = from; i < to; i++) {
      if (promises.touches(i, window.firstDay())) {
        promises.take(i, window.view(promises.zone(i)), taken);
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
    return new Zone(zone, all.toArray(Window[]::new), different.toArray(LocalView[]::new));
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
    private final Window[] windows;
    private final LocalView[] views;
    private final LocalView[] different;

    private Zone(ZoneId id, Window[] windows, LocalView[] different) {
      this.id = id;
      this.windows = windows;
      this.different = different;
      views = new LocalView[windows.length];
      Arrays.setAll(views, i -> windows[i].view(id));
    }

    private boolean touches(Promises promises, int from, int to) {
      for (int i = from; i < to; i++) {
        for (var window : windows) {
          if (promises.touches(i, window.firstDay())) {
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

    private int quarters(int week, long[] bits, int offset, Promises promises, int from, int to) {
      int day = windows[week].firstDay();
      int touching = 0;
      int last = from;
      boolean sameZone = true;
      for (int i = from; i < to; i++) {
        if (promises.touches(i, day)) {
          touching++;
          last = i;
          sameZone &= promises.zone(i).equals(id);
        }
      }
      var view = views[week];
      if (touching == 0) {
        return view.shared(bits, offset);
      }
      if (!sameZone) {
        return bitCount(free(windows[week], view, bits, offset, promises, from, to));
      }
      return touching == 1 && promises.fills(last, day)
          ? promises.left(last, view, bits, offset)
          : promises.left(from, to, view, bits, offset);
    }
  }
}
