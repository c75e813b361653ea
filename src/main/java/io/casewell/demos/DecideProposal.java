package io.casewell.demos;

import io.casewell.firms.ProspectFirms;
import io.casewell.identity.InvitePeople;
import io.casewell.needs.MoveNeed;
import io.casewell.needs.NeedId;
import io.casewell.platform.AccountId;
import io.casewell.platform.FirmId;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The prospect's answer to a proposal, once. Accepted, the need opens, the firm begins, and the
 * prospect is invited as its owner, all or nothing.
 */
@Component
class DecideProposal {
  private final Proposals proposals;
  private final MoveNeed moveNeed;
  private final InvitePeople invitePeople;
  private final DemoLog log;
  private final DatabaseClient db;
  private final Tenancy tx;

  DecideProposal(
      Proposals proposals,
      MoveNeed moveNeed,
      InvitePeople invitePeople,
      DemoLog log,
      DatabaseClient db,
      Tenancy tx) {
    this.proposals = proposals;
    this.moveNeed = moveNeed;
    this.invitePeople = invitePeople;
    this.log = log;
    this.db = db;
    this.tx = tx;
  }

  private record Decided(
      String outcome,
      UUID id,
      long version,
      UUID lead,
      long leadVersion,
      UUID firm,
      UUID need,
      UUID sentBy) {}

  /** Accepts it. */
  Mono<Void> accept(String token) {
    return proposals
        .byToken(token)
        .flatMap(proposal -> {
          var firm = new FirmId(proposal.firm());
          var by = new AccountId(proposal.sentBy());
          return decide(token, true, "")
              .flatMap(decided -> opened(decided, proposal, firm, by))
              .as(tx::transactional)
              // sales acts for the firm a last time: what the prospect accepted becomes theirs
              .contextWrite(Tenancy.as(ProspectFirms.acting(firm, by)));
        });
  }

  private Mono<Void> opened(
      Decided decided, Proposals.Proposal proposal, FirmId firm, AccountId by) {
    var acting = ProspectFirms.acting(firm, by);
    return moveNeed
        .open(new NeedId(decided.need()), acting)
        .then(invited(proposal, firm, by))
        .then(
            log.tell(
                new ProposalAccepted(
                    1,
                    decided.id(),
                    decided.version(),
                    decided.lead(),
                    decided.firm(),
                    decided.need()),
                decided.lead(),
                "proposal accepted",
                null,
                null))
        .then(
            log.tell(
                new LeadMoved(
                    1,
                    decided.lead(),
                    decided.leadVersion(),
                    LeadState.PROPOSAL.code(),
                    LeadState.WON.code()),
                decided.lead(),
                "moved",
                Map.of("state", LeadState.PROPOSAL.code()),
                Map.of("state", LeadState.WON.code())));
  }

  private Mono<Void> invited(Proposals.Proposal proposal, FirmId firm, AccountId by) {
    var shown = proposal.shown();
    var place = shown.firm().isEmpty() ? shown.name() : shown.firm();
    return invitePeople
        .open(firm)
        .filter(open -> open.email().equalsIgnoreCase(shown.email()))
        .hasElements()
        .flatMap(already ->
            already
                ? Mono.<Void>empty()
                : invitePeople
                    .invite(
                        new InvitePeople.Into("firm", firm, place, by, proposal.sentByName()),
                        shown.email(),
                        List.of("owner"))
                    .then());
  }

  /** Declines it. */
  Mono<Void> decline(String token, String reason) {
    var plain = reason.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    var why = plain.length() > 300 ? plain.substring(0, 300) : plain;
    return proposals
        .byToken(token)
        .flatMap(proposal ->
            decide(token, false, why)
                .flatMap(decided ->
                    log.tell(
                        new ProposalDeclined(1, decided.id(), decided.version(), decided.lead()),
                        decided.lead(),
                        "proposal declined",
                        null,
                        Map.of("reason", why)))
                .as(tx::transactional)
                .contextWrite(Tenancy.as(new io.casewell.platform.Caller.Visitor())));
  }

  private Mono<Decided> decide(String token, boolean accepts, String reason) {
    return db.sql("select * from decide_proposal(:hash, :accepts, :reason)")
        .bind("hash", Secrets.hash(token))
        .bind("accepts", accepts)
        .bind("reason", reason)
        .mapProperties(Decided.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(decided -> {
          var refusal = refusal(decided.outcome());
          return refusal == null ? Mono.just(decided) : Mono.error(refusal);
        });
  }

  private static @Nullable Refusal refusal(String outcome) {
    return switch (outcome) {
      case "accepted now", "declined now" -> null;
      case "accepted" ->
          new Refusal.Conflict(
              "This proposal was accepted already. The invitation is in your mail.");
      case "declined" -> new Refusal.Conflict("This proposal was declined already.");
      case "expired" ->
          new Refusal.Gone("This proposal has expired. Write to us and you get a fresh one.");
      default -> new Refusal.Gone("This proposal was taken back. Write to us for a new one.");
    };
  }
}
