package io.casewell.calendar;

import java.util.Arrays;

/** What of one host's limits is used, by the host's own days, weeks, months and years. */
final class LimitBook {
  private static final Period[] PERIODS = Period.values();

  private SlotRules rules = SlotRules.of(30, java.time.ZoneOffset.UTC);
  private HostHours hours = HostHours.in(java.time.ZoneOffset.UTC).build();
  private int dayCap;
  private boolean limits;
  private int firstDay;

  /** By period and its number since the first day's: how many, and how many minutes. */
  private final int[][] counts = new int[PERIODS.length][];

  private final int[][] minutes = new int[PERIODS.length][];
  private int[] capped = new int[0];

  // the last day asked about, and what came of it: slots come day by day
  private int askedDay;
  private boolean askedOpen;
  private int offset;
  private int offsetFrom;
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
    askedDay = Integer.MIN_VALUE;
    offsetFrom = Integer.MAX_VALUE;
    offsetTo = Integer.MIN_VALUE;
    firstDay = hours.table.day(from) - 1;
    int lastDay = hours.table.day(to) + 1;
    capped = dayCap > 0 ? cleared(capped, lastDay - firstDay + 1) : capped;
    for (var period : PERIODS) {
      if (limited(period)) {
        int i = period.ordinal();
        int size = period.of(lastDay) - period.of(firstDay) + 1;
        counts[i] = cleared(counts[i], size);
        minutes[i] = cleared(minutes[i], size);
      }
    }
    count(host.busy(), lastDay);
  }

  private boolean limited(Period period) {
    return rules.limits().count(period) > 0 || rules.limits().minutes(period) > 0;
  }

  private static int[] cleared(int[] array, int size) {
    if (array == null || array.length < size) {
      return new int[size];
    }
    Arrays.fill(array, 0, size, 0);
    return array;
  }

  private void count(SlotHost.BusyTimes busy, int lastDay) {
    for (int b = 0; b < busy.size(); b++) {
      if (!busy.counts[b] && !busy.capped[b]) {
        continue;
      }
      int day = day(busy.start[b]);
      if (dayCap > 0 && busy.capped[b] && day >= firstDay && day <= lastDay) {
        capped[day - firstDay]++;
      }
      if (busy.counts[b]) {
        for (var period : PERIODS) {
          if (limited(period)) {
            int at = period.of(day) - period.of(firstDay);
            if (at >= 0 && at <= period.of(lastDay) - period.of(firstDay)) {
              counts[period.ordinal()][at]++;
              minutes[period.ordinal()][at] += busy.end[b] - busy.start[b];
            }
          }
        }
      }
    }
  }

  private int day(int minute) {
    if (hours.travels()) {
      return hours.dayAt(minute);
    }
    if (minute < offsetFrom || minute >= offsetTo) {
      int n = hours.table.index(minute);
      offset = hours.table.offset(n);
      offsetTo = hours.table.until(n);
      offsetFrom = minute;
    }
    return Math.floorDiv(minute + offset, Span.DAY);
  }

  /** Whether one more has room at this start. */
  boolean open(int start) {
    int day = day(start);
    if (day != askedDay) {
      askedDay = day;
      askedOpen = full(day) == null && !capReached(day);
    }
    return askedOpen;
  }

  boolean capReached(int day) {
    return dayCap > 0 && capped[day - firstDay] >= dayCap;
  }

  /** The period whose limit leaves no room on a day, or null. */
  @org.jspecify.annotations.Nullable
  Period full(int day) {
    for (var period : PERIODS) {
      if (limited(period)) {
        int at = period.of(day) - period.of(firstDay);
        int most = rules.limits().count(period);
        int mostMinutes = rules.limits().minutes(period);
        if (most > 0 && counts[period.ordinal()][at] >= most) {
          return period;
        }
        if (mostMinutes > 0 && minutes[period.ordinal()][at] + rules.duration() > mostMinutes) {
          return period;
        }
      }
    }
    return null;
  }
}
