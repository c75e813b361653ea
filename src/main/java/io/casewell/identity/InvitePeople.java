package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Outbox;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Invites people by a link in a mail: into a firm by its owners, into sales and operations by
 * administrators. Whether the address belongs to an account is never looked up, so nobody learns
 * it.
 */
@Component
public class InvitePeople {
  /** How long a link works. */
  public static final int DAYS = 7;

  /** What a link's token is made for. */
  public static final String PURPOSE = "invitation";

  private final Invitations invitations;
  private final LinkTokens links;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  InvitePeople(Invitations invitations, LinkTokens links, Outbox outbox, Audit audit, Tenancy tx) {
    this.invitations = invitations;
    this.links = links;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /**
   * Into what somebody is invited, and by whom.
   *
   * @param kind firm, sales or operations
   * @param firm when into a firm
   * @param place the firm's name, or Casewell
   * @param inviter as the mail names them
   */
  public record Into(
      String kind, @Nullable FirmId firm, String place, AccountId by, String inviter) {}

  /** The open invitations of this firm, or with no firm of the house. */
  public Flux<OpenInvitation> open(@Nullable FirmId firm) {
    return invitations.open(firm).map(OpenInvitation::of);
  }

  /** Invites one address with these roles. Refuses a second invitation while one is open. */
  public Mono<UUID> invite(Into into, String email, List<String> roles) {
    var id = Ids.next();
    return mayMail(email)
        .then(
            invitations.add(
                id, into.kind(), into.firm(), email, roles, hash(id, 1), into.by(), DAYS))
        .switchIfEmpty(Mono.error(InvitePeople::twice))
        .then(announce(into, into.kind(), email, roles, id, 1, 1, "invited"))
        .thenReturn(id)
        .as(tx::transactional);
  }

  private static Refusal twice() {
    var problems = new Problems();
    problems.add(
        "email", "This address is invited already. Below you can send it again or revoke it.");
    return new Refusal.Invalid(problems);
  }

  private byte[] hash(UUID id, int generation) {
    return links.hash(PURPOSE, id, generation);
  }

  /** Sends it again under a new link; the one before no longer works. */
  public Mono<Void> resend(Into into, UUID id) {
    return sent(into, id)
        .delayUntil(row -> mayMail(row.email()))
        .flatMap(row ->
            invitations
                .renew(id, hash(id, row.generation() + 1), DAYS)
                .then(
                    announce(
                        into,
                        row.kind(),
                        row.email(),
                        List.of(row.roles()),
                        id,
                        row.generation() + 1,
                        row.version() + 1,
                        "sent again")))
        .as(tx::transactional);
  }

  /** Takes it back: the link no longer works. */
  public Mono<Void> revoke(Into into, UUID id) {
    return sent(into, id)
        .flatMap(row ->
            invitations
                .revoke(id)
                .then(outbox.record(new InvitationRevoked(1, id, row.version() + 1)))
                .then(
                    audit.append(
                        entry(into, id, "revoked", row.kind(), row.email(), List.of(row.roles())))))
        .as(tx::transactional);
  }

  private Mono<Invitations.Row> sent(Into into, UUID id) {
    return invitations
        .locked(id)
        .filter(row -> into.firm() != null || !row.kind().equals("firm"))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .filter(row -> row.state().equals("sent"))
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict("This invitation was used or revoked in the meantime.")));
  }

  private Mono<Void> mayMail(String email) {
    return invitations
        .pause(email)
        .flatMap(
            seconds -> seconds > 0 ? Mono.error(new Refusal.TooMany(seconds)) : Mono.<Void>empty());
  }

  private Mono<Void> announce(
      Into into,
      String kind,
      String email,
      List<String> roles,
      UUID id,
      int generation,
      long version,
      String what) {
    var words = Invitation.rolesInWords(kind, roles);
    return invitations
        .count(email, into.firm(), into.by())
        .then(
            outbox.record(
                new InvitationSent(
                    1, id, version, generation, email, into.inviter(), into.place(), words)))
        .then(audit.append(entry(into, id, what, kind, email, roles)));
  }

  private static Audit.Entry entry(
      Into into, UUID id, String what, String kind, String email, List<String> roles) {
    return new Audit.Entry(
        "invitation",
        id,
        into.firm(),
        null,
        what,
        null,
        Map.of("email", email, "kind", kind, "roles", roles));
  }

  /** Into the firm this member acts for. */
  public static Into into(Caller.FirmMember member, String place, String inviter) {
    return new Into("firm", member.firm(), place, member.account(), inviter);
  }
}
