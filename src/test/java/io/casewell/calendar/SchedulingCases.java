package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Runs a case with a known answer that needs no database against the pure functions. */
final class SchedulingCases {
  private static final LocalDate FOR_EVER = LocalDate.of(2190, 1, 1);

  private SchedulingCases() {}

  /** Whether the kind is one of these; else nothing was run. */
  static boolean run(String kind, JsonNode input, JsonNode expected) {
    var in = new CaseFields("input", input);
    switch (kind) {
      case "slots" -> slots(in, expected);
      case "windows" -> windows(in, expected);
      case "slots_by_viewer_date" -> byViewerDate(in, expected);
      case "slots_per_host_date" -> perHostDate(in, expected);
      case "team_slots" -> teamSlots(in, expected);
      case "pick" -> pick(in, expected);
      case "pick_sequence" -> pickSequence(in, expected);
      case "lead_threshold" -> leadThreshold(in, expected);
      case "reschedule_host" -> rescheduleHost(in, expected);
      case "rolling_window_end" -> rollingWindowEnd(in, expected);
      default -> {
        return false;
      }
    }
    return true;
  }

  private record Asked(
      SlotList list, List<String> ids, Instant from, Instant to, ZoneId viewer, HostHours first) {}

  private static Asked ask(CaseFields in) {
    var now = in.instant("now").orElse(Instant.EPOCH.plusSeconds(86_400L * 1000));
    var from = in.instant("from", "start").orElseThrow();
    var to = in.instant("to", "end").orElseThrow();
    var viewer = in.zone("viewer_tz", "viewer_zone").orElse(ZoneOffset.UTC);
    var busy = new LinkedHashMap<String, List<Busy>>();
    in.objects("busy", "bookings").forEach(item -> addBusy(busy, item));
    boolean collective =
        in.find("mode", "scheduling_type")
            .map(CaseFields::word)
            .map(SchedulingCases::collective)
            .orElse(false);
    var limits = in.objectIf("limits");
    var period = in.objectIf("period", "window");
    var event = in.object("event");
    var rules =
        rules(
            event,
            limits.or(() -> event.objectIf("limits")),
            period.or(() -> event.objectIf("period", "window")),
            viewer);
    event.done();
    var team = new ArrayList<SlotHost>();
    var ids = new ArrayList<String>();
    var hosts = in.find("hosts").isPresent() ? in.objects("hosts") : List.of(in.object("host"));
    boolean alone = hosts.size() == 1;
    boolean anyFixed = false;
    for (var host : hosts) {
      var id = host.find("id").map(JsonNode::asString).orElse("");
      ids.add(id);
      boolean fixed = host.flag(collective, "fixed", "is_fixed");
      anyFixed |= fixed;
      int cap = host.number(0, "cap", "day_cap", "max_per_day", "per_day_cap");
      var own = new ArrayList<Busy>(busy.getOrDefault(id, List.of()));
      own.addAll(alone || id.isEmpty() ? busy.getOrDefault("", List.of()) : List.of());
      var more = new LinkedHashMap<String, List<Busy>>();
      host.objects("busy", "bookings").forEach(item -> addBusy(more, item));
      more.values().forEach(own::addAll);
      team.add(new SlotHost(person(id), hours(host), SlotHost.BusyTimes.of(own), fixed, cap));
    }
    if (!alone && !busy.getOrDefault("", List.of()).isEmpty()) {
      throw new AssertionError("busy time of nobody in particular");
    }
    in.done();
    return new Asked(
        SlotEngine.slots(rules, team, now, from, to),
        ids,
        from,
        to,
        viewer,
        team.getFirst().hours());
  }

  private static Person person(String id) {
    return new Person(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean collective(String mode) {
    return switch (mode) {
      case "COLLECTIVE" -> true;
      case "ROUND_ROBIN", "PERSONAL", "ROTATING" -> false;
      default -> throw new AssertionError("mode is not understood: " + mode);
    };
  }

  private static void addBusy(Map<String, List<Busy>> busy, CaseFields item) {
    var host = item.find("host", "host_id").map(JsonNode::asString).orElse("");
    var status = item.find("status").map(CaseFields::word).orElse("ACCEPTED");
    var start = item.instant("start").orElseThrow();
    var end = item.instant("end").orElseThrow();
    int before = item.number(0, "buffer_before");
    int after = item.number(0, "buffer_after");
    item.done();
    switch (status) {
      case "ACCEPTED", "CONFIRMED", "BUSY" ->
          busy.computeIfAbsent(host, _ -> new ArrayList<>())
              .add(Busy.of(start, end, before, after));
      case "CANCELLED", "CANCELED", "REJECTED", "PENDING", "DECLINED", "FREE" -> {}
      default -> throw new AssertionError("status is not understood: " + status);
    }
  }

  private static SlotRules rules(
      CaseFields event, Optional<CaseFields> limits, Optional<CaseFields> period, ZoneId viewer) {
    var grid = event.objectIf("grid");
    var its =
        new SlotRules(
            CaseFields.number(event.get("duration", "length")),
            event.number(0, "interval", "slot_interval"),
            event.number(0, "offset_start", "offset"),
            event.number(0, "buffer_before"),
            event.number(0, "buffer_after"),
            event.number(0, "min_notice", "minimum_notice"),
            grid.map(g ->
                    new SlotRules.Grid(
                        CaseFields.number(g.get("minutes")), g.zone("tz", "zone").orElse(viewer)))
                .orElse(null),
            period.map(p -> window(p, viewer)).orElse(new BookingWindow.Unlimited()),
            limits.map(SchedulingCases::limits).orElse(Limits.NONE));
    grid.ifPresent(CaseFields::done);
    return its;
  }

  private static Limits limits(CaseFields from) {
    var limits =
        new Limits(
            from.number(0, "per_day"),
            from.number(0, "per_week"),
            from.number(0, "per_month"),
            from.number(0, "per_year"),
            from.number(0, "minutes_per_day"),
            from.number(0, "minutes_per_week"),
            from.number(0, "minutes_per_month"),
            from.number(0, "minutes_per_year"));
    from.done();
    return limits;
  }

  private static BookingWindow window(CaseFields period, ZoneId viewer) {
    var zone = period.zone("tz", "zone").orElse(viewer);
    var type = CaseFields.word(period.get("type"));
    boolean business =
        period.flag(false, "business_days_only", "business_days")
            || !period.flag(true, "count_calendar_days", "calendar_days");
    BookingWindow window =
        switch (type) {
          case "UNLIMITED" -> new BookingWindow.Unlimited();
          case "ROLLING" ->
              new BookingWindow.Rolling(CaseFields.number(period.get("days")), business, zone);
          case "ROLLING_WINDOW", "ROLLING_BOOKABLE" ->
              new BookingWindow.RollingBookable(
                  CaseFields.number(period.get("days")), business, zone);
          case "RANGE", "FIXED" ->
              new BookingWindow.Range(
                  period.date("from", "start").orElseThrow(),
                  period.date("to", "end").orElseThrow(),
                  zone);
          default -> throw new AssertionError("period is not understood: " + type);
        };
    period.done();
    return window;
  }

  private static HostHours hours(CaseFields host) {
    var hours = HostHours.in(host.zone("tz", "zone").orElseThrow());
    for (var row : host.objects("weekly", "hours")) {
      var days = EnumSet.noneOf(DayOfWeek.class);
      row.list("days").forEach(day -> days.add(day(day)));
      hours.weekly(
          days, Span.of(CaseFields.minute(row.get("start")), CaseFields.minute(row.get("end"))));
      row.done();
    }
    for (var override : host.objects("overrides")) {
      hours.override(
          new DateOverride(
              override.date("date").orElseThrow(),
              override.list("windows").stream().map(SchedulingCases::span).toList()));
      override.done();
    }
    for (var travel : host.objects("travel")) {
      hours.travel(
          new Travel(
              travel.date("from", "start").orElseThrow(),
              travel.date("to", "end").orElse(FOR_EVER),
              travel.zone("tz", "zone").orElseThrow()));
      travel.done();
    }
    host.list("out_of_office", "ooo", "time_off").forEach(off -> hours.off(off(off)));
    for (var holiday : host.list("holidays")) {
      hours.holiday(
          holiday.isString()
              ? CaseFields.date(holiday)
              : new CaseFields("holiday", holiday).date("date").orElseThrow());
    }
    host.done();
    return hours.build();
  }

  private static DayOfWeek day(JsonNode word) {
    if (word.isIntegralNumber()) {
      throw new AssertionError("a day by its number may begin on Sunday or Monday: " + word);
    }
    return HoursText.day(CaseFields.word(word).substring(0, 3))
        .orElseThrow(() -> new AssertionError("no day: " + word));
  }

  private static Span span(JsonNode window) {
    if (window.isArray()) {
      return Span.of(CaseFields.minute(window.get(0)), CaseFields.minute(window.get(1)));
    }
    var fields = new CaseFields("window", window);
    var span =
        Span.of(CaseFields.minute(fields.get("start")), CaseFields.minute(fields.get("end")));
    fields.done();
    return span;
  }

  private static DaysOff off(JsonNode off) {
    if (off.isString()) {
      return new DaysOff(CaseFields.date(off), CaseFields.date(off));
    }
    if (off.isArray()) {
      return new DaysOff(CaseFields.date(off.get(0)), CaseFields.date(off.get(1)));
    }
    var fields = new CaseFields("out_of_office", off);
    var from = fields.date("from", "start", "date").orElseThrow();
    var to = fields.date("to", "end").orElse(from);
    fields.find("reason");
    fields.done();
    return new DaysOff(from, to);
  }

  private static void slots(CaseFields in, JsonNode expected) {
    var asked = ask(in);
    var list = asked.list();
    if (expected.isArray()) {
      assertThat(list.starts()).isEqualTo(instants(expected));
      return;
    }
    var want = new CaseFields("expected", expected);
    want.find("slots").ifPresent(slots -> same(asked, slots));
    want.find("count").ifPresent(count -> assertThat(list.size()).isEqualTo(count.asInt()));
    want.instant("first").ifPresent(first -> assertThat(list.start(0)).isEqualTo(first));
    want.instant("last").ifPresent(last -> assertThat(list.start(list.size() - 1)).isEqualTo(last));
    want.done();
  }

  private static List<Instant> instants(JsonNode array) {
    return CaseFields.items(array).stream().map(CaseFields::instant).toList();
  }

  private static void same(Asked asked, JsonNode slots) {
    var list = asked.list();
    if (slots.isObject()) {
      sameHosts(asked, slots);
      return;
    }
    var starts = new ArrayList<Instant>();
    for (var item : slots) {
      if (item.isString()) {
        starts.add(CaseFields.instant(item));
        continue;
      }
      var slot = new CaseFields("slot", item);
      var start = slot.instant("start").orElseThrow();
      starts.add(start);
      int n = list.starts().indexOf(start);
      assertThat(n).as("slot at %s", start).isNotNegative();
      slot.find("free", "free_hosts")
          .ifPresent(free -> assertThat(list.free(n)).isEqualTo(free.asInt()));
      slot.find("hosts")
          .ifPresent(hosts ->
              assertThat(list.hosts(n).stream().map(asked.ids()::get).toList())
                  .containsExactlyInAnyOrderElementsOf(words(hosts)));
      slot.done();
    }
    assertThat(list.starts()).isEqualTo(starts);
  }

  private static List<String> words(JsonNode array) {
    return CaseFields.items(array).stream().map(JsonNode::asString).toList();
  }

  private static void sameHosts(Asked asked, JsonNode byStart) {
    var found = new TreeMap<Instant, Set<String>>();
    for (int n = 0; n < asked.list().size(); n++) {
      found.put(
          asked.list().start(n),
          asked.list().hosts(n).stream().map(asked.ids()::get).collect(Collectors.toSet()));
    }
    var want = new TreeMap<Instant, Set<String>>();
    byStart
        .properties()
        .forEach(entry ->
            want.put(
                java.time.OffsetDateTime.parse(entry.getKey()).toInstant(),
                new LinkedHashSet<>(words(entry.getValue()))));
    assertThat(found).isEqualTo(want);
  }

  private static void windows(CaseFields in, JsonNode expected) {
    in.find("now");
    in.find("viewer_tz");
    var from = in.instant("from", "start").orElseThrow();
    var to = in.instant("to", "end").orElseThrow();
    var hours = hours(in.object("host"));
    in.done();
    var want = new ArrayList<Instant>();
    for (var range : expected) {
      want.addAll(instants(range));
    }
    assertThat(SlotEngine.windows(hours, from, to)).isEqualTo(want);
  }

  private static void byViewerDate(CaseFields in, JsonNode expected) {
    var asked = ask(in);
    var found = new TreeMap<String, List<Instant>>();
    for (var start : asked.list().starts()) {
      found
          .computeIfAbsent(
              start.atZone(asked.viewer()).toLocalDate().toString(), _ -> new ArrayList<>())
          .add(start);
    }
    var want = new TreeMap<String, List<Instant>>();
    var counts = new TreeMap<String, Integer>();
    for (var entry : expected.properties()) {
      if (entry.getValue().isArray()) {
        if (!entry.getValue().isEmpty()) {
          want.put(entry.getKey(), instants(entry.getValue()));
        }
      } else {
        counts.put(entry.getKey(), entry.getValue().asInt());
      }
    }
    if (counts.isEmpty()) {
      assertThat(found).isEqualTo(want);
    } else {
      counts.values().removeIf(count -> count == 0);
      var sizes = new TreeMap<String, Integer>();
      found.forEach((date, starts) -> sizes.put(date, starts.size()));
      assertThat(sizes).isEqualTo(counts);
    }
  }

  private static void perHostDate(CaseFields in, JsonNode expected) {
    var asked = ask(in);
    var found = new TreeMap<String, Integer>();
    for (int n = 0; n < asked.list().size(); n++) {
      var start = asked.list().start(n);
      var date = LocalDate.ofEpochDay(asked.first().dayAt(SlotEngine.floor(start)));
      found.merge(date.toString(), 1, Integer::sum);
    }
    var want = new TreeMap<String, Integer>();
    expected.properties().forEach(e -> want.put(e.getKey(), CaseFields.number(e.getValue())));
    want.values().removeIf(count -> count == 0);
    assertThat(found).isEqualTo(want);
  }

  private static void teamSlots(CaseFields in, JsonNode expected) {
    var now = in.instant("now").orElse(Instant.EPOCH.plusSeconds(86_400L * 1000));
    var viewer = in.zone("viewer_tz").orElse(ZoneOffset.UTC);
    boolean collective = collective(CaseFields.word(in.get("mode", "scheduling_type")));
    var event = in.object("event");
    var rules = rules(event, Optional.empty(), Optional.empty(), viewer);
    event.done();
    var from = in.instant("from");
    var to = in.instant("to");
    var ids = new ArrayList<String>();
    var fixed = new ArrayList<Boolean>();
    var ranges = new ArrayList<int[]>();
    for (var host : in.objects("hosts")) {
      ids.add(host.get("id").asString());
      fixed.add(host.flag(false, "fixed") || collective);
      ranges.add(
          host.list("free").stream()
              .flatMapToInt(range ->
                  java.util.stream.IntStream.of(
                      bounded(SlotEngine.ceil(CaseFields.instant(range.get(0))), from, to),
                      bounded(SlotEngine.floor(CaseFields.instant(range.get(1))), from, to)))
              .toArray());
      host.done();
    }
    in.done();
    var list =
        SlotEngine.ofRanges(rules, ranges, fixed::get, SlotEngine.ceil(now) + rules.minNotice());
    boolean rotating = fixed.contains(false);
    if (expected.isArray()) {
      assertThat(list.starts()).isEqualTo(instants(expected));
      return;
    }
    var found = new TreeMap<Instant, Set<String>>();
    for (int n = 0; n < list.size(); n++) {
      found.put(
          list.start(n),
          list.hosts(n).stream()
              .filter(place -> !rotating || !fixed.get(place))
              .map(ids::get)
              .collect(Collectors.toSet()));
    }
    var want = new TreeMap<Instant, Set<String>>();
    for (var entry : expected.properties()) {
      var at = java.time.OffsetDateTime.parse(entry.getKey()).toInstant();
      // where nobody rotates there is nobody to choose, which an empty list says as well
      boolean nobody = !rotating && entry.getValue().isEmpty();
      want.put(
          at,
          nobody ? found.getOrDefault(at, Set.of()) : new LinkedHashSet<>(words(entry.getValue())));
    }
    assertThat(found).isEqualTo(want);
  }

  private static int bounded(int minute, Optional<Instant> from, Optional<Instant> to) {
    int first = from.map(SlotEngine::ceil).orElse(minute);
    int last = to.map(SlotEngine::floor).orElse(minute);
    return Math.min(Math.max(minute, first), Math.max(first, last));
  }

  private record Turns(
      boolean weights,
      List<RoundRobin.Host<Integer>> hosts,
      List<RoundRobin.Given<Integer>> given,
      Set<Integer> free) {
    RoundRobin<Integer> robin() {
      return new RoundRobin<>(weights, hosts, given);
    }
  }

  private static Turns turns(CaseFields in) {
    boolean weights = in.flag(false, "weights_enabled", "weights");
    var hosts = new ArrayList<RoundRobin.Host<Integer>>();
    var free = new LinkedHashSet<Integer>();
    for (var host : in.objects("hosts")) {
      int id = CaseFields.number(host.get("id"));
      var away = new ArrayList<RoundRobin.Away>();
      for (var absence : host.objects("away", "absences", "out_of_office")) {
        away.add(
            new RoundRobin.Away(
                absence.instant("from", "start").orElseThrow(),
                absence.instant("to", "end").orElseThrow()));
        absence.done();
      }
      hosts.add(
          new RoundRobin.Host<>(
              id,
              host.number(100, "weight"),
              host.find("priority").map(CaseFields::number).orElse(null),
              host.instant("last_assigned_at", "last_assigned").orElse(null),
              host.instant("joined_at", "joined", "created_at").orElse(null),
              away,
              host.number(0, "calibration")));
      if (host.flag(true, "available", "free")) {
        free.add(id);
      }
      host.done();
    }
    in.find("free", "available")
        .ifPresent(only ->
            free.retainAll(CaseFields.items(only).stream().map(CaseFields::number).toList()));
    var given = new ArrayList<RoundRobin.Given<Integer>>();
    for (var booking : in.objects("bookings")) {
      var at = booking.instant("created_at", "at").orElseThrow();
      int host = CaseFields.number(booking.get("host"));
      var status = booking.find("status").map(CaseFields::word).orElse("ACCEPTED");
      booking.done();
      switch (status) {
        case "ACCEPTED", "CONFIRMED", "PENDING" -> given.add(new RoundRobin.Given<>(host, at));
        case "CANCELLED", "CANCELED", "REJECTED" -> {}
        default -> throw new AssertionError("status is not understood: " + status);
      }
    }
    return new Turns(weights, hosts, given, free);
  }

  private static void pick(CaseFields in, JsonNode expected) {
    var turns = turns(in);
    in.find("now");
    in.done();
    var robin = turns.robin();
    var order = robin.order(turns.free()).stream().map(RoundRobin.Turn::host).toList();
    var want = new CaseFields("expected", expected);
    want.find("host")
        .ifPresent(host -> assertThat(order.getFirst()).isEqualTo(CaseFields.number(host)));
    want.find("order")
        .ifPresent(all ->
            assertThat(order)
                .isEqualTo(CaseFields.items(all).stream().map(CaseFields::number).toList()));
    want.find("shortfall", "shortfalls")
        .ifPresent(numbers -> sameNumbers(numbers, robin.shortfalls()));
    want.done();
  }

  private static void sameNumbers(JsonNode want, Map<Integer, Double> found) {
    want.properties()
        .forEach(entry ->
            assertThat(found.get(Integer.valueOf(entry.getKey())))
                .as("shortfall of %s", entry.getKey())
                .isCloseTo(entry.getValue().asDouble(), within(0.0001)));
  }

  private static void pickSequence(CaseFields in, JsonNode expected) {
    int count = CaseFields.number(in.get("count"));
    var start = in.instant("start", "now").orElseThrow();
    int apart = in.number(1, "minutes_apart", "every_minutes");
    var turns = turns(in);
    in.done();
    var given = new ArrayList<>(turns.given());
    var sequence = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      var robin = new RoundRobin<>(turns.weights(), turns.hosts(), given);
      int next = robin.order(turns.free()).getFirst().host();
      sequence.add(next);
      given.add(new RoundRobin.Given<>(next, start.plusSeconds(60L * i * apart)));
    }
    var want = new CaseFields("expected", expected);
    want.find("sequence")
        .ifPresent(all ->
            assertThat(sequence)
                .isEqualTo(CaseFields.items(all).stream().map(CaseFields::number).toList()));
    want.find("counts")
        .ifPresent(counts ->
            counts
                .properties()
                .forEach(entry ->
                    assertThat(
                            sequence.stream()
                                .filter(host -> host.toString().equals(entry.getKey()))
                                .count())
                        .isEqualTo(entry.getValue().asInt())));
    want.done();
  }

  private static void leadThreshold(CaseFields in, JsonNode expected) {
    var counts = in.find("counts", "bookings");
    var shortfalls = in.find("shortfall", "shortfalls", "booking_shortfalls");
    // how the shortfalls came about
    in.find("weights");
    in.find("weights_enabled");
    in.find("calibrations");
    var most = in.find("max_lead");
    int most3 =
        most.map(CaseFields::number)
            .orElseGet(() -> in.number(Integer.MAX_VALUE, "hide_at_lead") - 1);
    in.find("hide_at_lead");
    in.done();
    List<Integer> left;
    if (shortfalls.isPresent()) {
      var all = new LinkedHashMap<Integer, Double>();
      shortfalls
          .get()
          .properties()
          .forEach(e -> all.put(Integer.valueOf(e.getKey()), e.getValue().asDouble()));
      left = RoundRobin.withinLeadByShortfall(all, most3);
    } else {
      var all = new LinkedHashMap<Integer, Integer>();
      counts
          .orElseThrow()
          .properties()
          .forEach(e -> all.put(Integer.valueOf(e.getKey()), CaseFields.number(e.getValue())));
      left = RoundRobin.withinLead(all, most3);
    }
    assertThat(left).isEqualTo(numbers(expected));
  }

  private static List<Integer> numbers(JsonNode array) {
    return CaseFields.items(array).stream().map(CaseFields::number).toList();
  }

  private static void rescheduleHost(CaseFields in, JsonNode expected) {
    var hosts = numbers(in.get("hosts"));
    int before = in.number(-1, "original_host");
    boolean keep = in.flag(false, "keep_same_host");
    boolean rerouted = in.flag(false, "rerouted");
    in.done();
    assertThat(RoundRobin.onMove(hosts, before, keep, rerouted)).isEqualTo(numbers(expected));
  }

  private static void rollingWindowEnd(CaseFields in, JsonNode expected) {
    var today = in.date("today", "now").orElseThrow();
    int days = CaseFields.number(in.get("days_needed", "days"));
    boolean business = in.flag(false, "business_days_only");
    var bookable = in.list("bookable").stream().map(CaseFields::date).collect(Collectors.toSet());
    int most = in.number(BookingWindow.MOST_DAYS, "max_scan_days");
    in.done();
    assertThat(BookingWindow.lastOf(today, days, business, bookable::contains, most))
        .isEqualTo(CaseFields.date(expected));
  }
}
