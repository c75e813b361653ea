package io.casewell.notifications;

import io.casewell.platform.AccountId;
import io.casewell.platform.Wakes;
import io.casewell.platform.Worker;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Whom to look for on this node: the accounts that were told something in the last minute, asked
 * once for all open streams at each wake. It may name somebody twice; whoever is named looks.
 */
@Component
class NoticeCalls {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final Flux<AccountId> calls;

  NoticeCalls(Wakes wakes, Worker worker) {
    this.calls =
        wakes
            .of("notice", PAUSE)
            .concatMap(
                _ ->
                    worker
                        .db()
                        .sql(
                            "select distinct account from notice"
                                + " where at > now() - interval '1 minute'")
                        .mapValue(UUID.class)
                        .all()
                        .map(AccountId::new),
                1)
            .retry()
            .share();
  }

  /** A tick whenever this person may have been told something. */
  Flux<AccountId> of(AccountId account) {
    return calls.filter(account::equals).onBackpressureLatest();
  }
}
