package io.casewell.calendar;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What of one host's limits is used, by the host's own days, weeks, months and years. */
final class LimitBook {
  private static final Period[] PERIODS = Period.values();

  private SlotRules rules = SlotRules.of(30, java.time.ZoneOffset.UTC);
  private HostHours hours = HostHours.in(java.time.ZoneOffset.UTC).build();
  private int dayCap;
  private boolean limits;
  private boolean travels;
  private int firstDay;
  private int lastDay;

  /** By period: the most, and the most minutes; 0 is no limit. */
  private final int[] most = new int[PERIODS.length];

  private final int[] mostMinutes = new int[PERIODS.length];

  /** By period: the number of the one the first day lies in. */
  private final int[] first = new int[PERIODS.length];

  /** By period and its number since the first day's: how many, and how many minutes. */
  private final int[][] counts = new int[PERIODS.length][];

  private final int[][] minutes = new int[PERIODS.length][];
  private int[] capped = new int[0];

  /** By day since the first: not asked yet, open, or closed. */
  private byte[] known = new byte[0];

  // the day found last, and from when to when it is that day: bookings and slots come in order
  private int day;
  private int dayFrom;
  private int dayTo;
  private int offset;
  private int offsetTo;

  boolean limits() {
    return limits;
  }

  void clear() {
    limits = false;
  }

  /** Begins for the slots between two minutes. */
  void open(SlotRules its, SlotHost host, int from, int to) {
    rules = its;
    hours = host.hours();
    dayCap = host.dayCap();
    limits = dayCap > 0 || !rules.limits().none();
    if (!limits) {
      return;
    }
    dayFrom = Integer.MAX_VALUE;
    dayTo = Integer.MIN_VALUE;
    offsetTo = Integer.MIN_VALUE;
    travels = hours.travels();
    firstDay = hours.table.day(from) - 1;
    lastDay = hours.table.day(to) + 1;
    int days = lastDay - firstDay + 1;
    capped = dayCap > 0 ? cleared(capped, days) : capped;
    if (known.length < days) {
      known = new byte[days];
    } else {
      Arrays.fill(known, 0, days, (byte) 0);
    }
    for (var period : PERIODS) {
      int i = period.ordinal();
      most[i] = rules.limits().count(period);
      mostMinutes[i] = rules.limits().minutes(period);
      if (limited(i) || period == Period.DAY) {
        first[i] = period.of(firstDay);
        int size = period.of(lastDay) - first[i] + 1;
        counts[i] = cleared(counts[i], size);
        minutes[i] = cleared(minutes[i], size);
      }
    }
    count(host.busy());
    sum(Period.WEEK);
    sum(Period.MONTH);
    sum(Period.YEAR);
  }

  private boolean limited(int period) {
    return most[period] > 0 || mostMinutes[period] > 0;
  }

  private static int[] cleared(int[] array, int size) {
    if (array == null || array.length < size) {
      return new int[size];
    }
    Arrays.fill(array, 0, size, 0);
    return array;
  }

  /** By the day; what lies on none of these days counts in the longer periods they are part of. */
  private void count(SlotHost.BusyTimes busy) {
    boolean anyPeriod = !rules.limits().none();
    int[] daily = counts[0];
    int[] dailyMinutes = minutes[0];
    for (int b = 0; b < busy.size(); b++) {
      boolean counted = anyPeriod && busy.counts[b];
      boolean caps = dayCap > 0 && busy.capped[b];
      if (counted || caps) {
        int day = day(busy.start[b]);
        int at = day - firstDay;
        if (at < 0 || day > lastDay) {
          if (counted) {
            countOutside(day, busy.end[b] - busy.start[b]);
          }
          continue;
        }
        if (caps) {
          capped[at]++;
        }
        if (counted) {
          daily[at]++;
          dailyMinutes[at] += busy.end[b] - busy.start[b];
        }
      }
    }
  }

  private void countOutside(int day, int length) {
    for (var period : PERIODS) {
      int i = period.ordinal();
      if (period != Period.DAY && limited(i)) {
        int at = period.of(day) - first[i];
        if (at >= 0 && at <= period.of(lastDay) - first[i]) {
          counts[i][at]++;
          minutes[i][at] += length;
        }
      }
    }
  }

  /** Adds the days of a longer period up. */
  private void sum(Period period) {
    int i = period.ordinal();
    if (!limited(i)) {
      return;
    }
    for (int day = firstDay; day <= lastDay; day++) {
      int at = period.of(day) - first[i];
      counts[i][at] += counts[0][day - firstDay];
      minutes[i][at] += minutes[0][day - firstDay];
    }
  }

  private int day(int minute) {
    return minute >= dayFrom && minute < dayTo ? day : anotherDay(minute);
  }

  private int anotherDay(int minute) {
    boolean near = travels && hours.nearTravel(minute);
    if (near) {
      int away = hours.travelDay(minute);
      if (away != HostHours.NO_DAY) {
        return away;
      }
    }
    if (minute < dayFrom || minute >= offsetTo) {
      int n = hours.table.index(minute);
      offset = hours.table.offset(n);
      offsetTo = hours.table.until(n);
    }
    day = Math.floorDiv(minute + offset, Span.DAY);
    dayFrom = minute;
    dayTo = Math.min((day + 1) * Span.DAY - offset, offsetTo);
    // a journey may begin before the day ends
    if (travels) {
      dayTo = near ? minute + 1 : Math.min(dayTo, hours.nextNearTravel(minute));
    }
    return day;
  }

  /** Whether all from one minute to another is known to lie on one day. */
  boolean oneDay(int first, int last) {
    day(first);
    return last >= dayFrom && last < dayTo;
  }

  /** Whether one more has room at this start. */
  boolean open(int start) {
    int day = day(start);
    int at = day - firstDay;
    if (known[at] == 0) {
      known[at] = (byte) (full(day) == null && !capReached(day) ? 1 : 2);
    }
    return known[at] == 1;
  }

  boolean capReached(int day) {
    return dayCap > 0 && capped[day - firstDay] >= dayCap;
  }

  /** The period whose limit leaves no room on a day, or null. */
  @Nullable Period full(int day) {
    for (var period : PERIODS) {
      int i = period.ordinal();
      if (limited(i)) {
        int at = period.of(day) - first[i];
        boolean many = most[i] > 0 && counts[i][at] >= most[i];
        if (many || (mostMinutes[i] > 0 && minutes[i][at] + rules.duration() > mostMinutes[i])) {
          return period;
        }
      }
    }
    return null;
  }
}
