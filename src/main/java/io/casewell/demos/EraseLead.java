package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import io.r2dbc.spi.R2dbcException;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Erases what says who a prospect is. That there was one, and what became of them, stays; so does
 * an accepted proposal, on which their firm's agreement rests.
 */
@Component
class EraseLead {
  private final DatabaseClient db;
  private final DemoLog log;
  private final Tenancy tx;

  EraseLead(DatabaseClient db, DemoLog log, Tenancy tx) {
    this.db = db;
    this.log = log;
    this.tx = tx;
  }

  /** Erases one; the reason stands in the trail, so it names nobody. */
  Mono<Void> erase(Caller.SalesRep by, UUID lead, String reason) {
    if (!by.lead()) {
      return Mono.error(
          new Refusal.NotAllowed("Only those who lead sales erase what is kept of a prospect."));
    }
    var problems = new Problems();
    BookingInput.line(
        "erase", reason, 300, "Say why in a few words, without naming anybody.", problems);
    problems.refuseIfAny();
    return db.sql("select erase_lead(:lead) as version")
        .bind("lead", lead)
        .map(row -> java.util.Optional.ofNullable(row.get("version", Long.class)))
        .one()
        .onErrorMap(EraseLead::refusal)
        .flatMap(Mono::justOrEmpty)
        .switchIfEmpty(Mono.error(Refusal::notFound))
        .flatMap(version ->
            log.tell(
                new LeadErased(1, lead, version), lead, "erased", null, Map.of("reason", reason)))
        .as(tx::transactional);
  }

  /** What stands in the way, in words; anything else stays what it is. */
  private static Throwable refusal(Throwable trouble) {
    for (var cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof R2dbcException known && "CW409".equals(known.getSqlState())) {
        return new Refusal.Conflict(
            String.valueOf(known.getMessage()).contains("proposal")
                ? "A proposal waits for their answer. Take it back first."
                : "A demo with them is still to come. Cancel it first.");
      }
    }
    return trouble;
  }
}
