package io.casewell.demos;

import io.casewell.platform.Worker;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * A proposal as those need it who write to its people, as it stands now.
 *
 * @param state sent, accepted, declined or withdrawn
 * @param generation of the link by which the prospect opens it
 * @param name whom it is for
 * @param email where it goes
 * @param firm as the prospect calls it, or empty
 * @param zone the prospect's
 * @param reason why it was declined, or empty
 */
public record ProposalFacts(
    UUID proposal,
    UUID lead,
    String state,
    int generation,
    String name,
    String email,
    String firm,
    String title,
    String message,
    UUID sentBy,
    String sentByName,
    ZoneId zone,
    Instant expiresAt,
    String reason) {
  /** Reads one as it stands; empty when there is none. For reactions. */
  public static Mono<ProposalFacts> of(Worker worker, UUID proposal) {
    return worker
        .db()
        .sql(
            """
            select p.id as proposal, p.lead, p.state, p.generation, p.shown ->> 'name' as name,
              p.shown ->> 'email' as email, p.shown ->> 'firm' as firm,
              p.shown ->> 'title' as title, p.message, p.sent_by, p.sent_by_name, l.zone,
              p.expires_at, p.decided_reason as reason
            from proposal p join lead l on l.id = p.lead where p.id = :id
            """)
        .bind("id", proposal)
        .mapProperties(ProposalFacts.class)
        .one();
  }
}
