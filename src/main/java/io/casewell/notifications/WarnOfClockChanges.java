package io.casewell.notifications;

import io.casewell.calendar.AgreedHours;
import io.casewell.calendar.ClockShift;
import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells people 14 and 2 days ahead that a clock change moves agreed hours for them: the
 * professional, and those of the firm who lead the work, each by their own clock. Once for each
 * agreement, change and person, however often it looks.
 */
@Component
class WarnOfClockChanges implements RecurringJob, LetterKind {
  private static final int EARLY = 14;
  private static final int LATE = 2;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

  private final AgreedHours hours;
  private final Worker worker;
  private final Desk desk;
  private final Clock clock;

  WarnOfClockChanges(AgreedHours hours, Worker worker, Desk desk, Clock clock) {
    this.hours = hours;
    this.worker = worker;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "warn of clock changes";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(6));
  }

  @Override
  public Mono<Void> run() {
    var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    return hours
        .running(worker, today)
        .collectList()
        .filter(all -> !all.isEmpty())
        .flatMapMany(all -> warn(all, today))
        .then();
  }

  /** Somebody whom the agreement at a place of the list concerns, and by which clock they live. */
  private record Concerned(int place, UUID account, String zone) {}

  private Flux<Void> warn(List<AgreedHours.Running> all, LocalDate today) {
    return worker
        .db()
        .sql(
            """
            with agreed as (
              select staff, firm, place from unnest(:staff, :firms) with ordinality
                as a (staff, firm, place)
            )
            select a.place::int as place, s.account, coalesce(w.zone, 'America/New_York') as zone
              from agreed a join staff s on s.id = a.staff
              left join working_hours w on w.staff = s.id
              where s.account is not null and s.status <> 'left'
            union
            select a.place::int, m.account, f.zone
              from agreed a join membership m on m.firm = a.firm join firm f on f.id = m.firm
              where m.roles && array['owner', 'hiring_manager', 'supervising_attorney']
            order by place
            """)
        .bind("staff", all.stream().map(one -> one.pattern().staff().value()).toArray(UUID[]::new))
        .bind("firms", all.stream().map(AgreedHours.Running::firm).toArray(UUID[]::new))
        .mapProperties(Concerned.class)
        .all()
        .collectList()
        .flatMapIterable(people -> people)
        .concatMap(person -> warn(all.get(person.place() - 1), person, today));
  }

  private Mono<Void> warn(AgreedHours.Running running, Concerned person, LocalDate today) {
    return Mono.justOrEmpty(
            ClockShift.next(running.pattern(), ZoneId.of(person.zone()), today, EARLY))
        .flatMap(shift -> tell(running, person, shift, today));
  }

  private Mono<Void> tell(
      AgreedHours.Running running, Concerned person, ClockShift shift, LocalDate today) {
    long ahead = ChronoUnit.DAYS.between(today, shift.date());
    var account = new AccountId(person.account());
    var cause =
        "clock change %s %s %d %s"
            .formatted(running.commitment(), shift.date(), ahead <= LATE ? LATE : EARLY, account);
    return desk.readers()
        .account(account)
        .flatMap(to -> {
          var facts = facts(running, shift, to.name());
          return desk.mails()
              .put(cause, kind(), to.email(), facts, account, NoticeKind.HIRING)
              .then(desk.notice(account, cause, NoticeKind.HIRING, () -> words(facts)));
        });
  }

  private static Map<String, String> facts(
      AgreedHours.Running running, ClockShift shift, String name) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("name", name);
    facts.put("title", running.pattern().title());
    facts.put("date", shift.date().toString());
    facts.put("before", shift.before().toString());
    facts.put("after", shift.after().toString());
    return facts;
  }

  @Override
  public String kind() {
    return "clock-change";
  }

  @Override
  public String label() {
    return "Clock change";
  }

  private static Words words(Map<String, String> facts) {
    var date = DAY.format(LocalDate.parse(facts.getOrDefault("date", "")));
    var after = TIME.format(LocalTime.parse(facts.getOrDefault("after", "")));
    return new Words(
            "From " + date + " on, agreed hours begin at " + after + " for you",
            "The clocks change, and not for both sides at once. Nothing was agreed anew: the hours"
                + " follow the clock they were agreed by.",
            "",
            "Open your pages",
            "/home")
        .with("Agreed", facts.getOrDefault("title", ""))
        .with("Until then", TIME.format(LocalTime.parse(facts.getOrDefault("before", ""))))
        .with("From " + date, after);
  }

  @Override
  public Letter write(Map<String, String> facts) {
    return desk.letter(words(facts), facts.getOrDefault("name", ""));
  }
}
