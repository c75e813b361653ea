package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.Leaving;
import io.casewell.platform.RecurringJob;
import io.casewell.platform.Rhythm;
import io.casewell.platform.Worker;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What somebody was told is kept for half a year, and goes with their account. The newest stays, as
 * their next one is counted on from it.
 */
@Component
class ForgetNotices implements RecurringJob, Leaving {
  private final Worker worker;

  ForgetNotices(Worker worker) {
    this.worker = worker;
  }

  @Override
  public String name() {
    return "forget notices";
  }

  @Override
  public Rhythm rhythm() {
    return new Rhythm.Every(Duration.ofHours(24));
  }

  @Override
  public Mono<Void> run() {
    return worker.clear(
        """
        notice n where at < now() - interval '180 days' and exists (
          select from notice later where later.account = n.account and later.number > n.number)
        """);
  }

  @Override
  public Mono<Void> erase(Worker worker, AccountId account) {
    return worker
        .db()
        .sql("delete from notice where account = :account")
        .bind("account", account.value())
        .then();
  }
}
