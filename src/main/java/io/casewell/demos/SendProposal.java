package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import io.r2dbc.postgresql.codec.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends what was drawn up as a proposal that the prospect opens by a link, and takes one back. */
@Component
class SendProposal {
  private final Leads leads;
  private final DemoRoom room;
  private final KeepLead keepLead;
  private final DemoLog log;
  private final LinkTokens links;
  private final DatabaseClient db;
  private final JsonMapper json;
  private final Tenancy tx;
  private final Clock clock;

  SendProposal(
      Leads leads,
      DemoRoom room,
      KeepLead keepLead,
      DemoLog log,
      LinkTokens links,
      DatabaseClient db,
      JsonMapper json,
      Tenancy tx,
      Clock clock) {
    this.leads = leads;
    this.room = room;
    this.keepLead = keepLead;
    this.log = log;
    this.links = links;
    this.db = db;
    this.json = json;
    this.tx = tx;
    this.clock = clock;
  }

  /** Sends it, open for so many days. */
  Mono<UUID> send(UUID lead, String message, int days, Caller.SalesRep by, String byName) {
    var problems = new Problems();
    if (message.isBlank() || message.length() > 4000) {
      problems.add("message", "Write a few words to the prospect, at most 4,000 characters.");
    }
    problems.refuseIfAny();
    return room.lead(lead)
        .zipWhen(found -> room.need(found, by).switchIfEmpty(Mono.error(SendProposal::nothing)))
        .zipWhen(both -> room.shown(both.getT1(), by))
        .flatMap(all ->
            written(
                all.getT1().getT1(),
                ProposalShown.of(all.getT1().getT1(), all.getT1().getT2().terms(), all.getT2()),
                message,
                days,
                by,
                byName));
  }

  private static Refusal nothing() {
    return new Refusal.Conflict("Draw up the need first; the proposal is made of it.");
  }

  private Mono<UUID> written(
      Lead seen, ProposalShown shown, String message, int days, Caller.SalesRep by, String name) {
    var id = Ids.next();
    var expires = clock.instant().plus(Duration.ofDays(days));
    return leads
        .locked(seen.id())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(lead -> {
          if (lead.state() != LeadState.PROPOSAL) {
            if (lead.state() == LeadState.BOOKED) {
              throw new Refusal.Conflict("Note first what came of the demo, then send it.");
            }
            lead.state().refuseUnlessMayBecome(LeadState.PROPOSAL);
          }
          return add(id, lead, shown, message, expires, by, name);
        })
        .delayUntil(lead ->
            lead.state() == LeadState.PROPOSAL
                ? Mono.empty()
                : keepLead.become(lead, LeadState.PROPOSAL, ""))
        .flatMap(lead ->
            log.tell(
                new ProposalSent(1, id, 1, 1, lead.id(), expires),
                lead.id(),
                "proposal sent",
                null,
                Map.of("until", expires.toString())))
        .thenReturn(id)
        .as(tx::transactional);
  }

  private Mono<Long> add(
      UUID id,
      Lead lead,
      ProposalShown shown,
      String message,
      Instant expires,
      Caller.SalesRep by,
      String name) {
    var firm = lead.firm();
    var need = lead.need();
    if (firm == null || need == null) {
      return Mono.error(nothing());
    }
    return db.sql(
            "update proposal set state = 'withdrawn', version = version + 1, decided_at = now()"
                + " where lead = :lead and state = 'sent' and expires_at <= now()")
        .bind("lead", lead.id())
        .then()
        .then(
            db.sql(
                    """
                    insert into proposal (id, lead, firm, need, state, message, shown, token_hash,
                      sent_by, sent_by_name, expires_at)
                    values (:id, :lead, :firm, :need, 'sent', :message, :shown, :hash, :by, :name,
                      :expires)
                    on conflict do nothing
                    """)
                .bind("id", id)
                .bind("lead", lead.id())
                .bind("firm", firm)
                .bind("need", need)
                .bind("message", message)
                .bind("shown", Json.of(json.writeValueAsBytes(shown)))
                .bind("hash", links.hash(DemoFacts.PROPOSAL_PURPOSE, id, 1))
                .bind("by", by.account().value())
                .bind("name", name)
                .bind("expires", expires)
                .fetch()
                .rowsUpdated())
        .filter(rows -> rows == 1)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    "A proposal waits for an answer already. Take it back before you send"
                        + " another.")));
  }

  private record Open(UUID id, long version, UUID lead) {}

  /** Takes it back: its link ends. */
  Mono<UUID> withdraw(UUID id) {
    return db.sql(
            """
            update proposal set state = 'withdrawn', version = version + 1, decided_at = now()
            where id = :id and state = 'sent' returning id, version, lead
            """)
        .bind("id", id)
        .mapProperties(Open.class)
        .one()
        .switchIfEmpty(
            db.sql("select 1 from proposal where id = :id")
                .bind("id", id)
                .mapValue(Integer.class)
                .one()
                .switchIfEmpty(Mono.error(Refusal.notFound()))
                .flatMap(
                    _ -> Mono.error(new Refusal.Conflict("This proposal was answered meanwhile."))))
        .flatMap(open ->
            log.tell(
                    new ProposalWithdrawn(1, open.id(), open.version(), open.lead()),
                    open.lead(),
                    "proposal withdrawn",
                    null,
                    null)
                .thenReturn(open.lead()))
        .as(tx::transactional);
  }
}
