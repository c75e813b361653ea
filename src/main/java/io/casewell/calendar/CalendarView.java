package io.casewell.calendar;

import io.casewell.platform.WeekBlock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Everything somebody has, day by day, as the calendar's page shows it.
 *
 * @param view week, month or list
 * @param title e.g. "May 11 – 17, 2026"
 * @param previous the day the page before begins with
 * @param next likewise
 * @param blocks the week as it is drawn; empty for other views
 */
public record CalendarView(
    String view,
    String title,
    LocalDate previous,
    LocalDate next,
    List<Day> days,
    List<WeekBlock> blocks) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d", Locale.US);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  /**
   * A day.
   *
   * @param outside whether it belongs to the month before or after
   * @param hours when the person works, in words
   */
  public record Day(
      LocalDate date, boolean today, boolean outside, String hours, List<Item> items) {
    /** E.g. "Monday, May 11". */
    public String words() {
      return LONG.format(date);
    }
  }

  /**
   * Something on a day.
   *
   * @param tone shared (booked), busy (another calendar), off or note
   * @param time e.g. "9:00 AM – 9:30 AM", or "All day"
   * @param more e.g. "waits for confirmation", or empty
   */
  public record Item(Instant start, String tone, String time, String title, String more) {}

  /** What is asked for: from which day, how many. */
  record Span(String view, LocalDate month, LocalDate from, LocalDate to) {
    static Span of(String view, LocalDate on) {
      return switch (view) {
        case "month" -> {
          var first = on.withDayOfMonth(1);
          var last = on.with(TemporalAdjusters.lastDayOfMonth());
          yield new Span(
              view,
              first,
              first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
              last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
        }
        case "list" -> new Span(view, on, on, on.plusDays(29));
        default -> {
          var monday = on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          yield new Span("week", monday, monday, monday.plusDays(6));
        }
      };
    }

    LocalDate previous() {
      return switch (view) {
        case "month" -> month.minusMonths(1);
        case "list" -> from.minusDays(30);
        default -> from.minusDays(7);
      };
    }

    LocalDate next() {
      return switch (view) {
        case "month" -> month.plusMonths(1);
        case "list" -> from.plusDays(30);
        default -> from.plusDays(7);
      };
    }

    String title() {
      return view.equals("month")
          ? MONTH.format(month)
          : DATE.format(from) + " – " + DATE.format(to) + ", " + to.getYear();
    }
  }

  /** Puts the days together. */
  static CalendarView of(
      Span span,
      LocalDate today,
      ZoneId zone,
      SlotHost host,
      List<Appointment> booked,
      KeptDays.All kept) {
    var days = new ArrayList<Day>();
    var blocks = new ArrayList<WeekBlock>();
    for (var date = span.from(); !date.isAfter(span.to()); date = date.plusDays(1)) {
      var from = date.atStartOfDay(zone).toInstant();
      var to = date.plusDays(1).atStartOfDay(zone).toInstant();
      var windows = SlotEngine.windows(host.hours(), from, to);
      var items = items(date, from, to, zone, host, booked, kept);
      days.add(
          new Day(
              date,
              date.equals(today),
              span.view().equals("month") && !date.getMonth().equals(span.month().getMonth()),
              hours(windows, zone),
              items));
      if (span.view().equals("week")) {
        blocks(blocks, date, from, to, zone, windows, host, booked);
      }
    }
    return new CalendarView(span.view(), span.title(), span.previous(), span.next(), days, blocks);
  }

  private static String hours(List<Instant> windows, ZoneId zone) {
    var all = new ArrayList<String>();
    for (int i = 0; i < windows.size(); i += 2) {
      all.add(times(windows.get(i), windows.get(i + 1), zone));
    }
    return String.join(", ", all);
  }

  private static List<Item> items(
      LocalDate date,
      Instant from,
      Instant to,
      ZoneId zone,
      SlotHost host,
      List<Appointment> booked,
      KeptDays.All kept) {
    var items = new ArrayList<Item>();
    for (var off : kept.off()) {
      if (!date.isBefore(off.from()) && !date.isAfter(off.to())) {
        items.add(new Item(from, "off", "All day", "Time off", off.reason()));
      }
    }
    for (var trip : kept.trips()) {
      if (!date.isBefore(trip.from()) && !date.isAfter(trip.to())) {
        items.add(
            new Item(
                from,
                "note",
                "All day",
                "Travel",
                "by the clock of " + Zones.words(trip.zone().getId())));
      }
    }
    for (var holiday :
        Holidays.between(kept.holidays().country(), kept.holidays().optOuts(), date, date)) {
      items.add(new Item(from, "off", "All day", holiday.name(), "public holiday"));
    }
    for (var one : booked) {
      boolean gone = one.status().equals("cancelled") || one.status().equals("expired");
      if (!gone && one.start().isBefore(to) && one.end().isAfter(from)) {
        items.add(
            new Item(
                one.start(), "shared", times(one.start(), one.end(), zone), title(one), more(one)));
      }
    }
    for (var busy : host.busy().all) {
      if (busy.kind().equals("imported") && busy.start().isBefore(to) && busy.end().isAfter(from)) {
        boolean whole = !busy.start().isAfter(from) && !busy.end().isBefore(to);
        items.add(
            new Item(
                busy.start(),
                "busy",
                whole ? "All day" : times(busy.start(), busy.end(), zone),
                "Busy",
                "in another calendar"));
      }
    }
    items.sort(Comparator.comparing(Item::start));
    return items;
  }

  /** What a booking is called on its owner's own pages. */
  static String title(Appointment one) {
    if (!one.title().isEmpty()) {
      return one.title();
    }
    return switch (one.kind()) {
      case "demo" -> "Demo";
      case "interview" -> "Interview";
      case "shift" -> "Shift";
      default -> "Booked";
    };
  }

  private static String more(Appointment one) {
    return switch (one.status()) {
      case "pending" -> "waits for confirmation";
      case "done" -> "done";
      case "no-show" -> "did not take place";
      default -> "";
    };
  }

  /** Two moments by a zone's clock, e.g. "9:00 AM – 9:30 AM". */
  static String times(Instant start, Instant end, ZoneId zone) {
    return CLOCK.format(start.atZone(zone)) + " – " + CLOCK.format(end.atZone(zone));
  }

  private static void blocks(
      List<WeekBlock> blocks,
      LocalDate date,
      Instant from,
      Instant to,
      ZoneId zone,
      List<Instant> windows,
      SlotHost host,
      List<Appointment> booked) {
    int day = date.getDayOfWeek().getValue() - 1;
    for (int i = 0; i < windows.size(); i += 2) {
      add(blocks, day, from, to, zone, windows.get(i), windows.get(i + 1), "free", "open");
    }
    for (var busy : host.busy().all) {
      if (busy.kind().equals("imported")) {
        add(blocks, day, from, to, zone, busy.start(), busy.end(), "busy", "busy elsewhere");
      }
    }
    for (var one : booked) {
      if (one.blocks() || one.status().equals("done")) {
        add(blocks, day, from, to, zone, one.start(), one.end(), "shared", title(one));
      }
    }
  }

  private static void add(
      List<WeekBlock> blocks,
      int day,
      Instant from,
      Instant to,
      ZoneId zone,
      Instant start,
      Instant end,
      String tone,
      String what) {
    if (!start.isBefore(to) || !end.isAfter(from)) {
      return;
    }
    int begins = start.isBefore(from) ? 0 : minute(start, zone);
    int ends = end.isBefore(to) ? minute(end, zone) : 24 * 60;
    if (ends > begins) {
      var words =
          HoursText.name(DayOfWeek.of(day + 1))
              + ", "
              + HoursText.words(begins)
              + " to "
              + HoursText.words(ends)
              + ", "
              + what;
      blocks.add(new WeekBlock(day, begins, ends, tone, words));
    }
  }

  private static int minute(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalTime().toSecondOfDay() / 60;
  }
}
