package io.casewell.calendar;

/**
 * When a host is free: their hours less what is taken, buffers included, in minutes since 1970. It
 * keeps its arrays from call to call, so it belongs to one engine and its thread.
 */
final class FreeTime {
  private final Ranges windows = new Ranges();
  private final Ranges blocked = new Ranges();

  /** Puts the host's free ranges between two minutes into these. */
  void of(SlotHost host, SlotRules rules, int from, int to, Ranges free) {
    windows(host.hours(), from, to);
    addBlocked(host.busy(), rules, from, to);
    free.difference(windows, blocked);
  }

  /** When the host works between two minutes, taken or not; good until the next call. */
  Ranges windows(HostHours hours, int from, int to) {
    windows.clear();
    var table = hours.table;
    // a journey may put a day a day away
    int slack = hours.travels() ? 2 : 1;
    int firstDay = table.day(from) - slack;
    int lastDay = table.day(to) + slack;
    int n = table.settledAt(firstDay * Span.DAY);
    for (int day = firstDay; day <= lastDay; day++) {
      var pieces = hours.pieces(day);
      if (pieces.length > 0) {
        int midnight = day * Span.DAY;
        n = table.settledFrom(n, midnight);
        // hours may run on into the next day
        boolean plain = hours.atHome(day) && table.constant(n, midnight + 2 * Span.DAY);
        int offset = table.offset(n);
        var zone = plain ? table : hours.zoneOf(day);
        for (int i = 0; i < pieces.length; i += 2) {
          int end = pieces[i + 1];
          if (end > Span.DAY && !hours.goesOnInto(day + 1)) {
            end = Span.DAY;
          }
          int a = plain ? midnight + pieces[i] - offset : zone.instant(midnight + pieces[i]);
          int b = plain ? midnight + end - offset : zone.instant(midnight + end);
          windows.addWithin(a, b, from, to);
        }
      }
    }
    windows.merge();
    return windows;
  }

  /** What is taken, each with both sides' buffers, merged. */
  private void addBlocked(SlotHost.BusyTimes busy, SlotRules rules, int from, int to) {
    blocked.clear();
    for (int i = 0; i < busy.size(); i++) {
      if (busy.blocks[i]) {
        int a = busy.start[i] - busy.before[i] - rules.bufferAfter();
        int b = busy.end[i] + busy.after[i] + rules.bufferBefore();
        if (b > from && a < to) {
          blocked.join(a, b);
        }
      }
    }
    blocked.merge();
  }
}
