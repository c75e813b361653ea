package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells each rep in the morning, by their own clock, which demos the day brings. */
@Component
class Agenda implements RecurringJob, LetterKind {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
  private static final int FROM_HOUR = 6;
  private static final int TO_HOUR = 11;

  private final Worker worker;
  private final TellOfDemos tell;
  private final Desk desk;
  private final Clock clock;

  Agenda(Worker worker, TellOfDemos tell, Desk desk, Clock clock) {
    this.worker = worker;
    this.tell = tell;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "write the reps' agendas";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofMinutes(15));
  }

  private record Row(UUID rep, Instant startAt, String name, String firmName) {}

  @Override
  public Mono<Void> run() {
    var now = clock.instant();
    return worker
        .db()
        .sql(
            """
            select d.rep, d.start_at, l.name, l.firm_name from demo d join lead l on l.id = d.lead
            where d.state = 'confirmed' and d.start_at >= :from and d.start_at < :until
            order by d.rep, d.start_at
            """)
        .bind("from", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .bind("until", OffsetDateTime.ofInstant(now.plus(Duration.ofDays(1)), ZoneOffset.UTC))
        .mapProperties(Row.class)
        .all()
        .collect(Collectors.groupingBy(Row::rep, LinkedHashMap::new, Collectors.toList()))
        .flatMapIterable(Map::entrySet)
        .concatMap(rep -> tell.zone(rep.getKey()).flatMap(zone -> day(rep.getValue(), zone, now)))
        .then();
  }

  private Mono<Void> day(List<Row> rows, ZoneId zone, Instant now) {
    var local = now.atZone(zone);
    var today =
        rows.stream()
            .filter(row -> row.startAt().atZone(zone).toLocalDate().equals(local.toLocalDate()))
            .toList();
    if (today.isEmpty() || local.getHour() < FROM_HOUR || local.getHour() >= TO_HOUR) {
      return Mono.empty();
    }
    var account = new AccountId(today.getFirst().rep());
    var cause = "agenda " + account + " " + local.toLocalDate();
    return desk.readers()
        .account(account)
        .flatMap(rep -> {
          var facts = facts(today, zone, rep.name(), DAY.format(local));
          return desk.mails()
              .put(cause, kind(), rep.email(), facts, account, NoticeKind.DEMOS)
              .then(desk.notice(account, cause, NoticeKind.DEMOS, () -> words(facts)));
        });
  }

  private static Map<String, String> facts(List<Row> today, ZoneId zone, String name, String day) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("name", name);
    facts.put("day", day);
    for (var row : today) {
      var firm = row.firmName().isEmpty() ? "" : ", " + row.firmName();
      facts.put(
          "at " + row.startAt(),
          CLOCK.format(row.startAt().atZone(zone)) + "|" + row.name() + firm);
    }
    return facts;
  }

  @Override
  public String kind() {
    return "agenda";
  }

  @Override
  public String label() {
    return "Day's demos";
  }

  private static Words words(Map<String, String> facts) {
    var demos = new TreeMap<>(facts);
    demos.keySet().removeIf(name -> !name.startsWith("at "));
    var words =
        new Words(
            facts.getOrDefault("day", "") + ": " + TimeWords.count(demos.size(), "demo", "demos"),
            "This is your day. What each of them answered stands with the demo.",
            "",
            "Open your day",
            "/sales/today");
    for (var demo : demos.values()) {
      int bar = demo.indexOf('|');
      words = words.with(demo.substring(0, bar), demo.substring(bar + 1));
    }
    return words;
  }

  @Override
  public Letter write(Map<String, String> facts) {
    return desk.letter(words(facts), facts.getOrDefault("name", ""));
  }
}
