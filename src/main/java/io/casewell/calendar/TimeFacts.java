package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what decides when people are free: of everybody asked for, in one round trip. */
@Component
class TimeFacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Weeks, months and years that a slot lies in count, too. */
  private static final int SLACK_DAYS = 8;

  private final DatabaseClient db;

  TimeFacts(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Of the people asked for.
   *
   * @param team who can be asked, in the pool's order, without those who have no hours
   * @param given when each was given one of the topic lately
   * @param away when each was away meanwhile
   */
  record Team(
      List<PoolMember> members,
      List<SlotHost> team,
      Map<Person, List<Instant>> given,
      Map<Person, List<DaysOff>> away) {}

  /** The facts between two moments; with the lock, nobody's hours change in this transaction. */
  Mono<Team> of(SlotAsk ask, Instant from, Instant to, boolean locked) {
    var first = from(ask, from);
    var last = to(ask, to);
    var statement =
        db.sql(
                """
                select person, zone, hours, overrides, travel, away, country, opt_outs, starts, ends,
                  befores, afters, kinds, states, topics, titles, assigned
                from slot_facts(:persons, :from, :to, :viewer, :locked, :topic, :except)
                """)
            .bind("persons", ask.pool().stream().map(m -> m.person().id()).toArray(UUID[]::new))
            .bind("from", at(first))
            .bind("to", at(last))
            .bind("viewer", ask.visitor())
            .bind("locked", locked)
            .bind("except", ask.except().toArray(UUID[]::new));
    var topic = ask.topic();
    statement =
        locked && topic != null
            ? statement.bind("topic", topic)
            : statement.bindNull("topic", UUID.class);
    return statement
        .map(row -> row(row, ask))
        .all()
        .collectList()
        .map(rows -> team(ask, rows, first, last));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant from(SlotAsk ask, Instant from) {
    return from.minusSeconds(86_400L * slack(ask));
  }

  private static Instant to(SlotAsk ask, Instant to) {
    return to.plusSeconds(86_400L * slack(ask));
  }

  private static int slack(SlotAsk ask) {
    var limits = ask.rules().limits();
    return limits.perYear() + limits.minutesPerYear() > 0
        ? 367
        : limits.perMonth() + limits.minutesPerMonth() > 0 ? 32 : SLACK_DAYS;
  }

  private record Row(
      UUID person,
      @Nullable String zone,
      @Nullable String hours,
      @Nullable String overrides,
      @Nullable String travel,
      @Nullable String away,
      @Nullable String country,
      Set<String> optOuts,
      List<Busy> busy,
      List<Instant> assigned) {}

  private static Row row(io.r2dbc.spi.Readable row, SlotAsk ask) {
    return new Row(
        java.util.Objects.requireNonNull(row.get("person", UUID.class)),
        row.get("zone", String.class),
        row.get("hours", String.class),
        row.get("overrides", String.class),
        row.get("travel", String.class),
        row.get("away", String.class),
        row.get("country", String.class),
        Set.of(java.util.Objects.requireNonNull(row.get("opt_outs", String[].class))),
        busy(row, ask),
        instants(row.get("assigned", Long[].class)));
  }

  private static List<Instant> instants(Long @Nullable [] seconds) {
    if (seconds == null) {
      return List.of();
    }
    var all = new ArrayList<Instant>(seconds.length);
    for (var second : seconds) {
      all.add(Instant.ofEpochSecond(second));
    }
    return all;
  }

  private static List<Busy> busy(io.r2dbc.spi.Readable row, SlotAsk ask) {
    var starts = row.get("starts", Long[].class);
    if (starts == null) {
      return List.of();
    }
    var ends = needed(row.get("ends", Long[].class));
    var befores = needed(row.get("befores", Integer[].class));
    var afters = needed(row.get("afters", Integer[].class));
    var kinds = needed(row.get("kinds", String[].class));
    var states = needed(row.get("states", String[].class));
    @Nullable UUID[] topics = needed(row.get("topics", UUID[].class));
    var titles = needed(row.get("titles", String[].class));
    var busy = new ArrayList<Busy>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      var state = states[i];
      var topic = ask.topic();
      busy.add(
          new Busy(
              Instant.ofEpochSecond(starts[i]),
              Instant.ofEpochSecond(ends[i]),
              befores[i],
              afters[i],
              state.equals("hold") ? "hold" : kinds[i],
              titles[i],
              !state.equals("done") && !state.equals("no-show"),
              topic != null && topic.equals(topics[i]),
              kinds[i].equals(ask.kind())));
    }
    return busy;
  }

  private static <T> T needed(@Nullable T value) {
    return java.util.Objects.requireNonNull(value);
  }

  private static Team team(SlotAsk ask, List<Row> rows, Instant from, Instant to) {
    var byPerson = new HashMap<UUID, Row>();
    rows.forEach(row -> byPerson.put(row.person(), row));
    var members = new ArrayList<PoolMember>();
    var hosts = new ArrayList<SlotHost>();
    var given = new LinkedHashMap<Person, List<Instant>>();
    var away = new HashMap<Person, List<DaysOff>>();
    for (var member : ask.pool()) {
      var row = byPerson.get(member.person().id());
      var off = row == null ? List.<DaysOff>of() : off(row.away());
      members.add(member);
      hosts.add(
          new SlotHost(
              member.person(),
              hours(row, off, from, to),
              SlotHost.BusyTimes.of(row == null ? List.of() : row.busy()),
              member.fixed(),
              member.dayCap()));
      given.put(member.person(), row == null ? List.of() : row.assigned());
      away.put(member.person(), off);
    }
    return new Team(members, hosts, given, away);
  }

  /** Who has said no hours has none. */
  private static HostHours hours(@Nullable Row row, List<DaysOff> off, Instant from, Instant to) {
    if (row == null || row.zone() == null) {
      return HostHours.in(ZoneOffset.UTC).build();
    }
    var zone = ZoneId.of(row.zone());
    var hours = HostHours.in(zone);
    if (row.hours() != null) {
      HoursText.rows(row.hours()).forEach(hours::weekly);
    }
    each(row.overrides()).forEach(node -> hours.override(override(node)));
    each(row.travel())
        .forEach(node ->
            hours.travel(
                new Travel(date(node, 0), date(node, 1), ZoneId.of(node.get(2).asString()))));
    off.forEach(hours::off);
    if (row.country() != null) {
      Holidays.between(
              row.country(),
              row.optOuts(),
              LocalDate.ofInstant(from, zone).minusDays(1),
              LocalDate.ofInstant(to, zone).plusDays(1))
          .forEach(holiday -> hours.holiday(holiday.date()));
    }
    return hours.build();
  }

  private static List<DaysOff> off(@Nullable String json) {
    return each(json).stream().map(node -> new DaysOff(date(node, 0), date(node, 1))).toList();
  }

  private static List<JsonNode> each(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    var all = new ArrayList<JsonNode>();
    JSON.readTree(json).forEach(all::add);
    return all;
  }

  private static LocalDate date(JsonNode node, int at) {
    return LocalDate.parse(node.get(at).asString());
  }

  private static DateOverride override(JsonNode node) {
    return new DateOverride(date(node, 0), DateWindows.of(node.get(1)));
  }
}
