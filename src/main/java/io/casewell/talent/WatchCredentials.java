package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Outbox;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Watches the last days of verified credentials: tells 90, 30 and 7 days ahead, each once for a
 * credential and its day, and lets it expire when the day has passed. In small transactions, so
 * that a node may stop at any time and another goes on.
 */
@Component
class WatchCredentials implements RecurringJob {
  private static final int AT_ONCE = 200;

  private final Worker worker;
  private final Outbox outbox;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Clock clock;

  WatchCredentials(
      Worker worker, Outbox outbox, Audit audit, ObjectProvider<RankedFacts> facts, Clock clock) {
    this.worker = worker;
    this.outbox = outbox;
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "watch credentials";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(1));
  }

  @Override
  public Mono<Void> run() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return untilNoneIsLeft(Mono.defer(() -> expire(today)))
        .then(untilNoneIsLeft(Mono.defer(() -> tell(today))));
  }

  private Mono<Void> untilNoneIsLeft(Mono<Integer> batch) {
    return batch.as(worker::transactional).repeat().takeUntil(done -> done < AT_ONCE).then();
  }

  private record Ended(UUID id, UUID staff, String code, LocalDate validUntil, long version) {}

  private Mono<Integer> expire(LocalDate today) {
    return worker
        .db()
        .sql(
            """
            with over as (
              select id from credential where state = 'verified' and valid_until < :today
              order by valid_until, id limit %d for update skip locked)
            update credential c set state = 'expired', decided_at = now(), decided_by = null,
              version = c.version + 1
            from over where c.id = over.id
            returning c.id, c.staff, c.code, c.valid_until, c.version
            """
                .formatted(AT_ONCE))
        .bind("today", today)
        .mapProperties(Ended.class)
        .all()
        .collectList()
        .flatMap(ended ->
            Flux.fromIterable(ended)
                .concatMap(this::ended)
                .then(Mono.defer(() -> renew(ended)))
                .thenReturn(ended.size()));
  }

  private Mono<Void> ended(Ended one) {
    var staff = new StaffId(one.staff());
    return outbox
        .recordBy(
            worker,
            new CredentialExpired(
                1, one.id(), staff, one.code(), one.validUntil().toString(), one.version()))
        .then(
            audit.appendBy(
                worker,
                new Audit.Entry(
                    "credential",
                    one.id(),
                    null,
                    staff,
                    "expired",
                    Map.of("state", CredentialState.VERIFIED.code()),
                    Map.of(
                        "code", one.code(),
                        "state", CredentialState.EXPIRED.code(),
                        "validUntil", one.validUntil().toString()))));
  }

  private Mono<Void> renew(List<Ended> ended) {
    var ranked = facts.getIfAvailable();
    var staff = ended.stream().map(Ended::staff).distinct().map(StaffId::new).toList();
    return ranked == null || staff.isEmpty() ? Mono.empty() : ranked.renewBy(worker, staff);
  }

  private record Ending(
      UUID id, UUID staff, String code, LocalDate validUntil, int days, long version) {}

  private Mono<Integer> tell(LocalDate today) {
    return worker
        .db()
        .sql(
            """
            with ahead as (
              select id, staff, code, valid_until,
                case when valid_until <= :week then 7 when valid_until <= :month then 30 else 90 end
                  as days
              from credential
              where state = 'verified' and valid_until >= :today and valid_until <= :quarter
            ), due as (
              select * from ahead a where not exists (
                select 1 from credential_notice n
                where n.credential = a.id and n.ends = a.valid_until and n.days = a.days)
              order by valid_until, id limit %d
            ), told as (
              insert into credential_notice (credential, staff, ends, days)
              select id, staff, valid_until, days from due
              on conflict do nothing returning credential, days
            )
            update credential c set version = c.version + 1
            from told where c.id = told.credential
            returning c.id, c.staff, c.code, c.valid_until, told.days, c.version
            """
                .formatted(AT_ONCE))
        .bind("today", today)
        .bind("week", today.plusDays(7))
        .bind("month", today.plusDays(30))
        .bind("quarter", today.plusDays(90))
        .mapProperties(Ending.class)
        .all()
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(ending -> ending)
        .concatMap(one ->
            outbox
                .recordBy(
                    worker,
                    new CredentialExpiring(
                        1,
                        one.id(),
                        new StaffId(one.staff()),
                        one.code(),
                        one.validUntil().toString(),
                        one.days(),
                        one.version()))
                .thenReturn(one))
        .count()
        .map(Long::intValue);
  }
}
