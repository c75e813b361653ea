package io.casewell.demos;

import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Proposals by their link. */
@Component
class Proposals {
  private final ByLink byLink;
  private final DemoLog log;
  private final DatabaseClient db;
  private final JsonMapper json;
  private final Clock clock;

  Proposals(ByLink byLink, DemoLog log, DatabaseClient db, JsonMapper json, Clock clock) {
    this.byLink = byLink;
    this.log = log;
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  private record Row(
      UUID id,
      UUID firm,
      String state,
      String message,
      String shown,
      UUID sentBy,
      String sentByName,
      Instant expiresAt) {}

  /** A proposal as whoever holds its link reads it. */
  record Proposal(
      UUID id,
      UUID firm,
      String state,
      String message,
      ProposalShown shown,
      UUID sentBy,
      String sentByName,
      Instant expiresAt) {}

  /** The proposal of this link. */
  Mono<Proposal> byToken(String token) {
    return byLink.open(token, this::find);
  }

  /** The same, and notes that it was opened while it waits for an answer. */
  Mono<Proposal> opened(String token) {
    return byLink.open(
        token,
        hash ->
            find(hash)
                .delayUntil(found ->
                    found.state().equals("sent") && found.expiresAt().isAfter(clock.instant())
                        ? noted(hash)
                        : Mono.empty()));
  }

  private record First(UUID id, long version, UUID lead) {}

  /** Notes that it was opened; the first time is told of. */
  private Mono<Void> noted(byte[] hash) {
    return db.sql("select id, version, lead from open_proposal(:hash, :view)")
        .bind("hash", hash)
        .bind("view", Ids.next())
        .mapProperties(First.class)
        .one()
        .flatMap(first ->
            log.tell(
                new ProposalViewed(1, first.id(), first.version(), first.lead()),
                first.lead(),
                "proposal opened",
                null,
                null));
  }

  private Mono<Proposal> find(byte[] hash) {
    return db.sql(
            """
            select id, firm, state, message, shown::text as shown, sent_by, sent_by_name, expires_at
            from proposal where token_hash = :hash
            """)
        .bind("hash", hash)
        .mapProperties(Row.class)
        .one()
        .map(row ->
            new Proposal(
                row.id(),
                row.firm(),
                row.state(),
                row.message(),
                json.readValue(row.shown(), ProposalShown.class),
                row.sentBy(),
                row.sentByName(),
                row.expiresAt()))
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }
}
