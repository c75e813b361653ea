package io.casewell.demos;

import io.casewell.platform.TimeWords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A prospect's proposals, with what became of them. */
@Component
class ProposalLines {
  private final DatabaseClient db;
  private final Clock clock;

  ProposalLines(DatabaseClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  private record Row(
      UUID id,
      String state,
      String sentByName,
      Instant sentAt,
      Instant expiresAt,
      String decidedReason,
      long views,
      @Nullable Instant lastView) {}

  Flux<ProposalLine> of(UUID lead, ZoneId zone) {
    return db.sql(
            """
            select p.id, p.state, p.sent_by_name, p.sent_at, p.expires_at, p.decided_reason,
              count(v.id) as views, max(v.at) as last_view
            from proposal p left join proposal_view v on v.proposal = p.id
            where p.lead = :lead group by p.id order by p.sent_at desc limit 20
            """)
        .bind("lead", lead)
        .mapProperties(Row.class)
        .all()
        .map(row -> line(row, zone));
  }

  private ProposalLine line(Row row, ZoneId zone) {
    var now = clock.instant();
    boolean open = row.state().equals("sent") && row.expiresAt().isAfter(now);
    var state =
        switch (row.state()) {
          case "accepted" -> "Accepted";
          case "declined" -> "Declined";
          case "withdrawn" -> "Taken back";
          default -> open ? "Waits for an answer" : "Expired";
        };
    var last = row.lastView();
    var views =
        last == null
            ? "Not opened yet"
            : "Opened %s, the last time %s"
                .formatted(
                    row.views() == 1 ? "once" : row.views() + " times", TimeWords.ago(last, now));
    return new ProposalLine(
        row.id().toString(),
        state,
        open ? "info" : row.state().equals("accepted") ? "good" : "neutral",
        "Sent by %s, %s; open until %s"
            .formatted(
                row.sentByName(),
                TimeWords.moment(row.sentAt(), zone),
                TimeWords.day(row.expiresAt(), zone)),
        views,
        row.decidedReason(),
        open);
  }
}
