package io.casewell.platform;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Links the newest row of each subject's trail into one chain of the installation, each minute:
 * whoever takes away the end of a trail leaves a head that points to nothing.
 */
@Component
class ChainAuditHeads implements RecurringJob {
  private final Worker worker;

  ChainAuditHeads(Worker worker) {
    this.worker = worker;
  }

  @Override
  public String name() {
    return "chain audit heads";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofMinutes(1));
  }

  @Override
  public Mono<Void> run() {
    return worker
        .db()
        .sql("select chain_audit_heads()")
        .mapValue(Integer.class)
        .one()
        .as(worker::transactional)
        .then();
  }
}
