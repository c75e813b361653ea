package io.casewell.notifications;

import io.casewell.platform.HealthSign;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether mail goes out. */
@Component
class MailSign implements HealthSign {
  private final DatabaseClient db;
  private final Tenancy tx;

  MailSign(DatabaseClient db, Tenancy tx) {
    this.db = db;
    this.tx = tx;
  }

  @Override
  public int place() {
    return 8;
  }

  @Override
  public String name() {
    return "Mail";
  }

  private record Seen(long waiting, long late, long failed) {}

  @Override
  public Mono<Sign> look() {
    return db.sql(
            """
            select count(*) filter (where state = 'waiting') as waiting,
              count(*) filter (where state = 'waiting'
                and created_at < now() - interval '10 minutes') as late,
              count(*) filter (where state = 'failed') as failed
            from mail where state in ('waiting', 'failed')
            """)
        .mapProperties(Seen.class)
        .one()
        .as(tx::transactional)
        .map(MailSign::sign);
  }

  private static Sign sign(Seen seen) {
    var state = seen.failed() > 0 ? State.BROKEN : seen.late() > 0 ? State.SLOW : State.WELL;
    return new Sign(
        "Mail",
        state,
        "%,d waiting, %,d failed".formatted(seen.waiting(), seen.failed()),
        seen.failed() > 0
            ? TimeWords.count(seen.failed(), "mail was", "mails were")
                + " given up: look at the mail page."
            : seen.late() > 0
                ? TimeWords.count(seen.late(), "mail has", "mails have")
                    + " waited for more than ten minutes: look at the mail server."
                : "What is written is sent.");
  }
}
