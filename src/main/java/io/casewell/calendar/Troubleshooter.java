package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says why a slot is missing, host by host: "Ana has a demo from 14:00 to 14:30, Bo is out of
 * office, Cy is at the daily cap". Whether anybody is free at all is the {@link SlotEngine}'s word;
 * this only finds the reasons.
 */
public final class Troubleshooter {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private final SlotRules rules;
  private final Instant now;
  private final Instant start;
  private final Instant end;

  private Troubleshooter(SlotRules rules, Instant now, Instant start) {
    this.rules = rules;
    this.now = now;
    this.start = start;
    this.end = start.plusSeconds(60L * rules.duration());
  }

  /**
   * Of each host, in their order, why they cannot take a start.
   *
   * @param names what each is called
   */
  public static List<Why> why(
      SlotRules rules, List<SlotHost> hosts, List<String> names, Instant now, Instant start) {
    var trouble = new Troubleshooter(rules, now, start);
    var all = new ArrayList<Why>();
    for (int i = 0; i < hosts.size(); i++) {
      all.add(trouble.of(hosts.get(i), names.get(i)));
    }
    return all;
  }

  private Why of(SlotHost host, String name) {
    var alone = new SlotHost(host.person(), host.hours(), host.busy(), false, host.dayCap());
    var reasons = new ArrayList<Why.Reason>();
    if (SlotEngine.at(rules, List.of(alone), now, start).isEmpty()) {
      hours(host.hours(), reasons);
      busy(host, reasons);
      limits(host, reasons);
      time(alone, reasons);
      if (reasons.isEmpty()) {
        reasons.add(
            new Why.Reason(Why.Cause.OFF_GRID, "is free, but nothing begins at that minute"));
      }
    }
    return new Why(host.person(), name, reasons);
  }

  private void hours(HostHours hours, List<Why.Reason> reasons) {
    int minute = SlotEngine.floor(start);
    int day = hours.dayAt(minute);
    if (hours.isOff(day)) {
      reasons.add(new Why.Reason(Why.Cause.OUT_OF_OFFICE, "is out of office"));
      return;
    }
    var windows = SlotEngine.windows(hours, start.minusSeconds(86_400), end.plusSeconds(86_400));
    for (int i = 0; i < windows.size(); i += 2) {
      if (!windows.get(i).isAfter(start) && !windows.get(i + 1).isBefore(end)) {
        return;
      }
    }
    if (hours.isDayOff(day)) {
      reasons.add(new Why.Reason(Why.Cause.DAY_OFF, "has the day off"));
    } else if (hours.isHoliday(day) && !hours.isOverridden(day)) {
      reasons.add(new Why.Reason(Why.Cause.HOLIDAY, "keeps a public holiday"));
    } else {
      reasons.add(
          new Why.Reason(Why.Cause.OUTSIDE_HOURS, "does not work then (" + clock(hours) + ")"));
    }
  }

  private String clock(HostHours hours) {
    return "for them it is " + CLOCK.format(start.atZone(hours.zone));
  }

  private void busy(SlotHost host, List<Why.Reason> reasons) {
    for (var busy : host.busy().all) {
      if (!busy.blocks()) {
        continue;
      }
      if (busy.start().isBefore(end) && busy.end().isAfter(start)) {
        reasons.add(new Why.Reason(Why.Cause.BUSY, has(busy, host.hours().zone)));
      } else if (blockedFrom(busy).isBefore(end) && blockedTo(busy).isAfter(start)) {
        reasons.add(
            new Why.Reason(
                Why.Cause.BUFFER,
                "needs the time around "
                    + thing(busy)
                    + " "
                    + times(busy, host.hours().zone)
                    + " free"));
      }
    }
  }

  private Instant blockedFrom(Busy busy) {
    return busy.start().minusSeconds(60L * (busy.before() + rules.bufferAfter()));
  }

  private Instant blockedTo(Busy busy) {
    return busy.end().plusSeconds(60L * (busy.after() + rules.bufferBefore()));
  }

  private static String has(Busy busy, ZoneId zone) {
    return switch (busy.kind()) {
      case "hold" -> "is being booked by somebody " + times(busy, zone);
      case "imported" -> "is busy in another calendar " + times(busy, zone);
      default -> "has " + thing(busy) + " " + times(busy, zone);
    };
  }

  private static String thing(Busy busy) {
    var thing =
        switch (busy.kind()) {
          case "demo" -> "a demo";
          case "interview" -> "an interview";
          case "shift" -> "a shift";
          case "imported" -> "something in another calendar";
          default -> "something";
        };
    return busy.title().isEmpty() ? thing : thing + " (" + busy.title() + ")";
  }

  private static String times(Busy busy, ZoneId zone) {
    return "from "
        + CLOCK.format(busy.start().atZone(zone))
        + " to "
        + CLOCK.format(busy.end().atZone(zone));
  }

  private void limits(SlotHost host, List<Why.Reason> reasons) {
    int minute = SlotEngine.floor(start);
    var book = new LimitBook();
    book.open(rules, host, minute, minute + rules.duration());
    if (!book.limits()) {
      return;
    }
    int day = host.hours().dayAt(minute);
    if (book.capReached(day)) {
      reasons.add(new Why.Reason(Why.Cause.DAY_CAP, "is at the daily cap of " + host.dayCap()));
    }
    var full = book.full(day);
    if (full != null) {
      reasons.add(
          new Why.Reason(Why.Cause.LIMIT, "has as many as there may be in that " + full.word));
    }
  }

  /** What is everybody's: too soon, too far ahead. */
  private void time(SlotHost host, List<Why.Reason> reasons) {
    var earliest = now.plusSeconds(60L * rules.minNotice());
    if (start.isBefore(earliest)) {
      reasons.add(
          new Why.Reason(
              Why.Cause.NOTICE,
              start.isBefore(now)
                  ? "cannot be booked in the past"
                  : "needs " + length(rules.minNotice()) + " of notice"));
    } else if (reasons.isEmpty() && !(rules.window() instanceof BookingWindow.Unlimited)) {
      var anyTime = rules.with(new BookingWindow.Unlimited());
      if (!SlotEngine.at(anyTime, List.of(host), now, start).isEmpty()) {
        reasons.add(new Why.Reason(Why.Cause.WINDOW, window()));
      }
    }
  }

  private String window() {
    return switch (rules.window()) {
      case BookingWindow.Range(var from, var to, _) ->
          "can be booked from " + date(from) + " to " + date(to) + " only";
      case BookingWindow.Rolling(var days, _, _) -> "can be booked " + days + " days ahead only";
      case BookingWindow.RollingBookable(var days, _, _) ->
          "can be booked on the next " + days + " open days only";
      case BookingWindow.Unlimited() -> "cannot be booked";
    };
  }

  private static String date(LocalDate date) {
    return DATE.format(date);
  }

  private static String length(int minutes) {
    if (minutes % Span.DAY == 0) {
      return minutes == Span.DAY ? "a day" : minutes / Span.DAY + " days";
    }
    if (minutes % 60 == 0) {
      return minutes == 60 ? "an hour" : minutes / 60 + " hours";
    }
    return minutes + " minutes";
  }
}
