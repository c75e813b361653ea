package io.casewell.identity;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Outbox;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes somebody in by a link, once; the account that is signed in joins and no other. */
@Component
class AcceptInvitation {
  private final Invitations invitations;
  private final Agreements agreements;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  AcceptInvitation(
      Invitations invitations, Agreements agreements, Outbox outbox, Audit audit, Tenancy tx) {
    this.invitations = invitations;
    this.agreements = agreements;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /** The link's invitation while it can be used; refuses one that has ended. */
  Mono<Invitation> usable(String token) {
    return invitations
        .by(token)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(found -> {
          var ended = ended(found.state(), found.inviter());
          return ended == null ? Mono.just(found) : Mono.error(ended);
        });
  }

  private static @org.jspecify.annotations.Nullable Refusal ended(String state, String inviter) {
    return switch (state) {
      case "sent" -> null;
      case "accepted" ->
          new Refusal.Gone("This invitation was used already. It works once, for one person.");
      case "expired" ->
          new Refusal.Gone("This invitation has expired. Ask " + inviter + " to send it again.");
      default -> new Refusal.Gone("This invitation was taken back by whoever sent it.");
    };
  }

  /**
   * Joins.
   *
   * @return the hat to wear from now on
   */
  Mono<Sessions.Hat> accept(String token, SignedIn in, String email) {
    return usable(token)
        .flatMap(found ->
            joined(token, found, in, email)
                .as(tx::transactional)
                // the trail names who joined, in the hat they get by it
                .contextWrite(Tenancy.as(as(found, in)))
                .thenReturn(hat(found)));
  }

  private Mono<Void> joined(String token, Invitation found, SignedIn in, String email) {
    return agreements
        .accept(in.account())
        .then(invitations.accept(token, in.account()))
        .flatMap(used ->
            switch (used.outcome()) {
              case "accepted" -> announce(found, used, in, email);
              case "already" ->
                  Mono.error(
                      new Refusal.Conflict(
                          "You are in "
                              + found.place()
                              + " already, with the roles you have. The invitation stays unused."));
              default -> {
                var ended = ended(used.outcome(), found.inviter());
                yield Mono.error(ended == null ? Refusal.notFound() : ended);
              }
            });
  }

  private Mono<Void> announce(Invitation found, Invitations.Used used, SignedIn in, String email) {
    var version = used.version();
    var firmVersion = used.firmVersion();
    var event =
        new InvitationAccepted(
            1,
            found.id(),
            version == null ? 0 : version,
            in.account().value(),
            in.viewer().name(),
            email,
            found.email(),
            found.place(),
            found.kind());
    var of = firmOf(found);
    var joined =
        of == null || firmVersion == null
            ? Mono.<Void>empty()
            : outbox.record(
                new MemberJoined(1, of, firmVersion, in.account().value(), List.of(found.roles())));
    return outbox
        .record(event)
        .then(joined)
        .then(
            audit.append(
                new Audit.Entry(
                    "invitation",
                    found.id(),
                    of,
                    null,
                    "accepted",
                    null,
                    Map.of("account", in.account().toString(), "roles", List.of(found.roles())))));
  }

  private static @org.jspecify.annotations.Nullable FirmId firmOf(Invitation found) {
    UUID firm = found.firm();
    return firm == null ? null : new FirmId(firm);
  }

  private static Caller as(Invitation found, SignedIn in) {
    var firm = firmOf(found);
    return firm != null
        ? new Caller.FirmMember(firm, in.account(), Set.of())
        : found.kind().equals("sales")
            ? new Caller.SalesRep(in.account(), false)
            : new Caller.Operations(in.account(), Set.of());
  }

  private static Sessions.Hat hat(Invitation found) {
    return new Sessions.Hat(
        found.kind().toLowerCase(Locale.ROOT), found.firm(), null, found.place());
  }
}
