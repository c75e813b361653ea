package io.casewell.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When somebody works, ready to be walked through day by day: usual week, dates with hours of their
 * own, travel, and days off, which win over everything. A public holiday takes the usual week's
 * hours, but not those a person gave the date.
 */
public final class HostHours {
  /** No day. */
  static final int NO_DAY = Integer.MIN_VALUE;

  private static final int[] NONE = {};

  final ZoneId zone;
  final ZoneTable table;

  /** By day of the week from Monday: starts and ends in turn. */
  private final int[][] week = new int[7][];

  private final int[] overrideDays;
  private final int[][] overrides;
  private final int[] offFrom;
  private final int[] offTo;
  private final int[] holidays;
  private final int[] travelFrom;
  private final int[] travelTo;
  private final ZoneTable[] travelZones;

  private HostHours(Builder from) {
    zone = from.zone;
    table = ZoneTable.of(zone);
    for (var day : DayOfWeek.values()) {
      week[day.getValue() - 1] = flat(from.week.getOrDefault(day, List.of()));
    }
    var dates = new ArrayList<>(from.overrides);
    dates.sort(Comparator.comparing(DateOverride::date));
    overrideDays = dates.stream().mapToInt(o -> day(o.date())).toArray();
    overrides = dates.stream().map(o -> flat(o.windows())).toArray(int[][]::new);
    var off = new ArrayList<>(from.off);
    off.sort(Comparator.comparing(DaysOff::from));
    offFrom = off.stream().mapToInt(o -> day(o.from())).toArray();
    offTo = off.stream().mapToInt(o -> day(o.to())).toArray();
    holidays = from.holidays.stream().mapToInt(HostHours::day).sorted().toArray();
    var away = new ArrayList<>(from.travel);
    away.sort(Comparator.comparing(Travel::from));
    travelFrom = away.stream().mapToInt(t -> day(t.from())).toArray();
    travelTo = away.stream().mapToInt(t -> day(t.to())).toArray();
    travelZones = away.stream().map(t -> ZoneTable.of(t.zone())).toArray(ZoneTable[]::new);
  }

  private static int day(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private static int[] flat(List<Span> spans) {
    return spans.stream()
        .sorted(Comparator.comparingInt(Span::start))
        .flatMapToInt(span -> Arrays.stream(new int[] {span.start(), span.end()}))
        .toArray();
  }

  /** Begins with nothing but a zone. */
  public static Builder in(ZoneId zone) {
    return new Builder(zone);
  }

  /** Takes what is known of somebody's time, piece by piece. */
  public static final class Builder {
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    private final List<DateOverride> overrides = new ArrayList<>();
    private final List<DaysOff> off = new ArrayList<>();
    private final List<LocalDate> holidays = new ArrayList<>();
    private final List<Travel> travel = new ArrayList<>();

    private Builder(ZoneId zone) {
      this.zone = zone;
    }

    /** Works in this piece of these days of every week. */
    public Builder weekly(Collection<DayOfWeek> days, Span span) {
      days.forEach(day -> week.computeIfAbsent(day, _ -> new ArrayList<>()).add(span));
      return this;
    }

    /** Works as a row of the usual week says. */
    public Builder weekly(HoursRow row) {
      return weekly(row.days(), Span.of(row.startMinute(), row.endMinute()));
    }

    /** Has hours of its own on a date; the last said counts. */
    public Builder override(DateOverride override) {
      overrides.removeIf(other -> other.date().equals(override.date()));
      overrides.add(override);
      return this;
    }

    /** Is off. */
    public Builder off(DaysOff days) {
      off.add(days);
      return this;
    }

    /** Keeps a public holiday. */
    public Builder holiday(LocalDate date) {
      holidays.add(date);
      return this;
    }

    /** Is elsewhere; where two overlap, the later begun counts. */
    public Builder travel(Travel away) {
      travel.add(away);
      return this;
    }

    /** Ready to be asked. */
    public HostHours build() {
      return new HostHours(this);
    }
  }

  /** The zone whose clock the hours of a day are on. */
  ZoneTable zoneOf(int day) {
    for (int i = travelFrom.length - 1; i >= 0; i--) {
      if (day >= travelFrom[i] && day <= travelTo[i]) {
        return travelZones[i];
      }
    }
    return table;
  }

  /** Whether a minute may lie in a journey, a few days wide. */
  boolean nearTravel(int minute) {
    for (int i = 0; i < travelFrom.length; i++) {
      if (minute >= (travelFrom[i] - 2) * Span.DAY && minute < (travelTo[i] + 3) * Span.DAY) {
        return true;
      }
    }
    return false;
  }

  /** From which minute on {@link #nearTravel} holds again, after one where it does not. */
  int nextNearTravel(int minute) {
    int next = Integer.MAX_VALUE;
    for (int from : travelFrom) {
      int near = (from - 2) * Span.DAY;
      if (near > minute) {
        next = Math.min(next, near);
      }
    }
    return next;
  }

  boolean travels() {
    return travelFrom.length > 0;
  }

  /** The own day at a minute: by the clock of a journey where that says it is one of its days. */
  int dayAt(int minute) {
    int away = travels() && nearTravel(minute) ? travelDay(minute) : NO_DAY;
    return away == NO_DAY ? table.day(minute) : away;
  }

  /** The day of a journey at a minute, if it is one. */
  int travelDay(int minute) {
    for (int i = travelFrom.length - 1; i >= 0; i--) {
      int there = travelZones[i].day(minute);
      if (there >= travelFrom[i] && there <= travelTo[i]) {
        return there;
      }
    }
    return NO_DAY;
  }

  private boolean away(int day) {
    for (int i = 0; i < travelFrom.length; i++) {
      if (day >= travelFrom[i] && day <= travelTo[i]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the hours of a day are on the home clock. */
  boolean atHome(int day) {
    return travelFrom.length == 0 || !away(day);
  }

  /** Whether it is a day off. */
  boolean isOff(int day) {
    for (int i = 0; i < offFrom.length; i++) {
      if (day >= offFrom[i] && day <= offTo[i]) {
        return true;
      }
    }
    return false;
  }

  boolean isHoliday(int day) {
    return Arrays.binarySearch(holidays, day) >= 0;
  }

  /** Whether the date has hours of its own, and none of them. */
  boolean isDayOff(int day) {
    int at = Arrays.binarySearch(overrideDays, day);
    return at >= 0 && overrides[at].length == 0;
  }

  boolean isOverridden(int day) {
    return Arrays.binarySearch(overrideDays, day) >= 0;
  }

  /** The pieces worked on a day, starts and ends in turn. */
  int[] pieces(int day) {
    if (offFrom.length > 0 && isOff(day)) {
      return NONE;
    }
    if (overrideDays.length > 0) {
      int at = Arrays.binarySearch(overrideDays, day);
      if (at >= 0) {
        return overrides[at];
      }
    }
    if (holidays.length > 0 && isHoliday(day)) {
      return NONE;
    }
    return week[Math.floorMod(day + 3, 7)];
  }

  /** Whether hours that run past the midnight before a day go on into it. */
  boolean goesOnInto(int day) {
    return !isOff(day) && !isDayOff(day) && (!isHoliday(day) || isOverridden(day));
  }
}
