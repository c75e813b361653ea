package io.casewell.calendar;

import io.casewell.calendar.IcsParts.Property;
import io.casewell.calendar.IcsParts.Raw;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads when somebody is busy out of a calendar file (RFC 5545), for 18 months from now. A pure
 * function with bounds: whatever the file says, it answers soon. What it would have to guess, e.g.
 * a time zone nobody knows, it refuses.
 */
public final class IcsReader {
  /** How far ahead events are unrolled. */
  public static final Period HORIZON = Period.ofMonths(18);

  private static final Pattern WHEN =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})(Z?))?");
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\+?P(?:(\\d{1,5})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");

  private final ZoneId own;
  private final Map<String, String> regions;
  private final Instant from;
  private final Instant to;
  private final IcsBudget budget = new IcsBudget();
  private final List<Stretch> busy = new ArrayList<>();
  private int skipped;

  private IcsReader(ZoneId own, Map<String, String> regions, Instant now) {
    this.own = own;
    this.regions = regions;
    this.from = now.minus(Duration.ofDays(1));
    this.to = now.atZone(own).plus(HORIZON).toInstant();
  }

  /** What came of reading a file. */
  public sealed interface Outcome {}

  /**
   * It could be read.
   *
   * @param busy what is taken, in order and without overlaps
   * @param events how many events it has
   * @param skipped how many of them say no time that can be read, and count for nothing
   */
  public record Read(List<Stretch> busy, int events, int skipped) implements Outcome {
    public Read {
      busy = List.copyOf(busy);
    }
  }

  /** It is not taken, and why. */
  public record Refused(String sentence) implements Outcome {}

  /** Taken time. */
  public record Stretch(Instant start, Instant end) {}

  /**
   * Reads a file.
   *
   * @param own whose clock counts for whole days and for times without a zone
   */
  public static Outcome read(byte[] file, ZoneId own, Instant now) {
    try {
      var parts = IcsParts.of(file);
      var reader = new IcsReader(own, parts.zoneRegions(), now);
      reader.events(parts.events());
      return new Read(merged(reader.busy), parts.events().size(), reader.skipped);
    } catch (IcsRefused refused) {
      return new Refused(refused.sentence());
    }
  }

  /** Overlapping and touching stretches are one. */
  private static List<Stretch> merged(List<Stretch> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(Stretch::start));
    var merged = new ArrayList<Stretch>();
    for (var next : sorted) {
      var last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && !next.start().isAfter(last.end())) {
        if (next.end().isAfter(last.end())) {
          merged.set(merged.size() - 1, new Stretch(last.start(), next.end()));
        }
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** When something is: on a day, or at a wall clock time, in a zone. */
  private record Moment(LocalDateTime local, ZoneId zone, boolean wholeDay) {
    Instant instant() {
      return at(local, zone);
    }
  }

  /**
   * A wall clock that does not exist is the first moment after it; one that is twice, the first.
   */
  private static Instant at(LocalDateTime local, ZoneId zone) {
    var rules = zone.getRules();
    var transition = rules.getTransition(local);
    return transition != null && transition.isGap()
        ? transition.getInstant()
        : local.toInstant(rules.getOffset(local));
  }

  private void events(List<Raw> events) {
    var replaced = replaced(events);
    var masters = new HashMap<String, Raw>();
    for (var event : events) {
      var uid = event.text("UID");
      if (event.first("RECURRENCE-ID") != null || uid.isEmpty()) {
        continue;
      }
      // the newest version of it counts; of the same, the last
      masters.merge(uid, event, (a, b) -> sequence(b) >= sequence(a) ? b : a);
    }
    for (var event : events) {
      var uid = event.text("UID");
      boolean single = event.first("RECURRENCE-ID") != null || uid.isEmpty();
      if (single || masters.get(uid) == event) {
        try {
          add(event, single ? Set.of() : replaced.getOrDefault(uid, Set.of()), single);
        } catch (DateTimeException _) {
          skipped++;
        }
      }
    }
  }

  private static int sequence(Raw event) {
    var text = event.text("SEQUENCE");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  /** Of each series, the moments that have a version of their own. */
  private Map<String, Set<Instant>> replaced(List<Raw> events) {
    var all = new HashMap<String, Set<Instant>>();
    for (var event : events) {
      var which = event.first("RECURRENCE-ID");
      if (which == null) {
        continue;
      }
      if (which.parameter("RANGE").equalsIgnoreCase("THISANDFUTURE")) {
        throw new IcsRefused(
            "An event there changes all that follow it at once, which we cannot read. Split it"
                + " into two events.");
      }
      try {
        all.computeIfAbsent(event.text("UID"), _ -> new HashSet<>())
            .add(moment(which, which.value()).instant());
      } catch (DateTimeException _) {
        skipped++;
      }
    }
    return all;
  }

  private static boolean takesNoTime(Raw event) {
    return event.text("STATUS").equalsIgnoreCase("CANCELLED")
        || event.text("TRANSP").equalsIgnoreCase("TRANSPARENT")
        || event.text("X-MICROSOFT-CDO-BUSYSTATUS").equalsIgnoreCase("FREE");
  }

  private void add(Raw event, Set<Instant> replaced, boolean single) {
    if (takesNoTime(event)) {
      return;
    }
    var begin = event.first("DTSTART");
    if (begin == null) {
      skipped++;
      return;
    }
    var start = moment(begin, begin.value());
    var length = length(event, start);
    if (length.isEmpty()) {
      skipped++;
      return;
    }
    var out = new HashSet<>(replaced);
    for (var exception : event.all("EXDATE")) {
      for (var one : exception.value().split(",")) {
        out.add(moment(exception, one.strip()).instant());
      }
    }
    if (!single && !event.all("RRULE").isEmpty()) {
      repeat(event, start, length.get(), out);
    } else {
      take(start, length.get(), out);
    }
    for (var also : event.all("RDATE")) {
      if (also.parameter("VALUE").equalsIgnoreCase("PERIOD")) {
        throw new IcsRefused("An event there lists its repeats as periods, which we do not read.");
      }
      for (var one : also.value().split(",")) {
        budget.spend(1);
        take(moment(also, one.strip()), length.get(), out);
      }
    }
  }

  private void repeat(Raw event, Moment start, Length length, Set<Instant> out) {
    if (event.all("RRULE").size() > 1) {
      throw new IcsRefused("An event there repeats by several rules at once.");
    }
    var rule = IcsRule.of(event.text("RRULE"));
    var until = rule.until() == null ? null : until(rule.until(), start);
    // the first counts, even where the rule would leave it out: RFC 5545, 3.8.5.3
    take(start, length, out);
    var farthest = LocalDate.ofInstant(to, start.zone()).plusDays(1);
    rule.unroll(
        start.local(),
        LocalDate.ofInstant(from, start.zone()).minusDays(2 + length.days()),
        farthest,
        budget,
        day -> {
          var next =
              new Moment(day.atTime(start.local().toLocalTime()), start.zone(), start.wholeDay());
          if (until != null && next.instant().isAfter(until)) {
            return false;
          }
          if (!next.equals(start)) {
            take(next, length, out);
          }
          return true;
        });
  }

  /** The last moment a rule may fall on. */
  private static Instant until(String text, Moment start) {
    var matcher = matched(text);
    var local = local(matcher);
    if (matcher.group(4) == null) {
      return at(local.toLocalDate().atTime(LocalTime.MAX), start.zone());
    }
    return matcher.group(7).equals("Z") ? local.toInstant(ZoneOffset.UTC) : at(local, start.zone());
  }

  private void take(Moment start, Length length, Set<Instant> out) {
    var begins = start.instant();
    if (out.contains(begins)) {
      return;
    }
    var ends = length.after(start);
    if (!ends.isAfter(from) || !begins.isBefore(to) || !ends.isAfter(begins)) {
      return;
    }
    budget.spend(1);
    busy.add(new Stretch(begins.isBefore(from) ? from : begins, ends.isAfter(to) ? to : ends));
  }

  /** How long: days by the calendar, the rest by the clock. */
  private record Length(int days, Duration exact) {
    Instant after(Moment start) {
      return at(start.local().plusDays(days), start.zone()).plus(exact);
    }
  }

  private Optional<Length> length(Raw event, Moment start) {
    var end = event.first("DTEND");
    if (end != null) {
      var ends = moment(end, end.value());
      if (start.wholeDay()) {
        long days =
            ends.local().toLocalDate().toEpochDay() - start.local().toLocalDate().toEpochDay();
        // a whole day's end is the day after; some write the same day
        return days < 0 || days > 4_000
            ? Optional.empty()
            : Optional.of(new Length(Math.max(1, (int) days), Duration.ZERO));
      }
      var exact = Duration.between(start.instant(), ends.instant());
      return exact.isNegative() || exact.toDays() > 4_000
          ? Optional.empty()
          : Optional.of(new Length(0, exact));
    }
    var text = event.text("DURATION");
    if (!text.isEmpty()) {
      return length(text);
    }
    return Optional.of(new Length(start.wholeDay() ? 1 : 0, Duration.ZERO));
  }

  private static Optional<Length> length(String text) {
    var matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long days = 7 * number(matcher, 1) + number(matcher, 2);
    var exact =
        Duration.ofHours(number(matcher, 3))
            .plusMinutes(number(matcher, 4))
            .plusSeconds(number(matcher, 5));
    return days + exact.toDays() > 4_000
        ? Optional.empty()
        : Optional.of(new Length((int) days, exact));
  }

  private static long number(Matcher matcher, int group) {
    var text = matcher.group(group);
    return text == null ? 0 : Long.parseLong(text);
  }

  private Moment moment(Property property, String value) {
    var matcher = matched(value.strip());
    var local = local(matcher);
    if (matcher.group(4) == null) {
      return new Moment(local, own, true);
    }
    if (matcher.group(7).equals("Z")) {
      return new Moment(local, ZoneOffset.UTC, false);
    }
    var named = property.parameter("TZID");
    return new Moment(local, named.isEmpty() ? own : zone(named), false);
  }

  private static Matcher matched(String value) {
    var matcher = WHEN.matcher(value);
    if (!matcher.matches()) {
      throw new DateTimeException("not a date: " + IcsRule.shortened(value));
    }
    return matcher;
  }

  private static LocalDateTime local(Matcher matcher) {
    var date =
        LocalDate.of(
            Integer.parseInt(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Integer.parseInt(matcher.group(3)));
    if (date.getYear() < 1900 || date.getYear() > 2200) {
      throw new DateTimeException("a year nobody meets in");
    }
    if (matcher.group(4) == null) {
      return date.atStartOfDay();
    }
    // a leap second is the second before it: RFC 5545, 3.3.12
    int second = Math.min(59, Integer.parseInt(matcher.group(6)));
    return date.atTime(
        Integer.parseInt(matcher.group(4)), Integer.parseInt(matcher.group(5)), second);
  }

  /**
   * The zone of this name: a region, a Windows name, what the file itself says of it; or refused.
   */
  private ZoneId zone(String name) {
    return known(name)
        .or(() -> Optional.ofNullable(regions.get(name)).flatMap(IcsReader::known))
        .orElseThrow(() ->
            new IcsRefused(
                "That calendar uses a time zone we do not know: "
                    + IcsRule.shortened(name)
                    + ". We would rather ask than guess: set the calendar's time zone to a place,"
                    + " e.g. New York."));
  }

  private static Optional<ZoneId> known(String name) {
    if (name.equals("GMT") || name.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    return Zones.region(name)
        .or(() -> WindowsZones.region(name).flatMap(Zones::region))
        .or(() -> Zones.region(lastOf(name)));
  }

  /** E.g. of {@code /citadel.org/20210210_1/America/New_York} the region at its end. */
  private static String lastOf(String name) {
    if (!name.startsWith("/")) {
      return "";
    }
    var parts = name.split("/");
    int n = parts.length;
    for (int length = Math.min(3, n - 1); length >= 2; length--) {
      var region = String.join("/", List.of(parts).subList(n - length, n));
      if (Zones.region(region).isPresent()) {
        return region;
      }
    }
    return "";
  }
}
