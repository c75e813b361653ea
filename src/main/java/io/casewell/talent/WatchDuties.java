package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Outbox;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reminds whoever declares a duty, or claims its title, while the period nears its end and the
 * hours are not complete: 90, 30 and 7 days ahead, each once.
 */
@Component
class WatchDuties implements RecurringJob {
  private static final int AT_ONCE = 200;

  private final Worker worker;
  private final Outbox outbox;
  private final Catalogue catalogue;
  private final Clock clock;

  WatchDuties(Worker worker, Outbox outbox, Catalogue catalogue, Clock clock) {
    this.worker = worker;
    this.outbox = outbox;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "watch duties";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(6));
  }

  @Override
  public Mono<Void> run() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return Flux.fromIterable(StatutoryDuty.ALL).concatMap(duty -> remind(duty, today)).then();
  }

  private Mono<Void> remind(StatutoryDuty duty, LocalDate today) {
    var period = duty.period(today, catalogue.credentials().find(duty.code()).orElseThrow());
    long left = ChronoUnit.DAYS.between(today, period.until());
    int step = left <= 7 ? 7 : left <= 30 ? 30 : 90;
    return left > 90
        ? Mono.empty()
        : Mono.defer(() -> remind(duty, period, step))
            .as(worker::transactional)
            .repeat()
            .takeUntil(told -> told < AT_ONCE)
            .then();
  }

  private record Told(UUID staff, long number) {}

  private Mono<Integer> remind(StatutoryDuty duty, StatutoryDuty.Period period, int days) {
    return worker
        .db()
        .sql(
            """
            with theirs as (
              select staff from credential where code = :code
              union select staff from duty_declaration where code = :code
            ), due as (
              select t.staff from theirs t join staff s on s.id = t.staff
              where s.status in ('active', 'paused', 'draft') and not exists (
                select 1 from duty_declaration d where d.staff = t.staff and d.code = :code
                  and d.period_from = :from and d.complete)
              and not exists (
                select 1 from duty_notice n where n.staff = t.staff and n.code = :code
                  and n.period_until = :until and n.days = :days)
              order by t.staff limit %d
            )
            insert into duty_notice (staff, code, period_until, days, number)
            select d.staff, :code, :until, :days,
              1 + coalesce((select max(n.number) from duty_notice n where n.staff = d.staff), 0)
            from due d on conflict do nothing returning staff, number
            """
                .formatted(AT_ONCE))
        .bind("code", duty.code())
        .bind("from", period.from())
        .bind("until", period.until())
        .bind("days", days)
        .mapProperties(Told.class)
        .all()
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(due -> due)
        .concatMap(told ->
            outbox
                .recordBy(
                    worker,
                    new DutyDue(
                        1,
                        new StaffId(told.staff()),
                        duty.code(),
                        period.until().toString(),
                        days,
                        told.number()))
                .thenReturn(told))
        .count()
        .map(Long::intValue);
  }
}
