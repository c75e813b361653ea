package io.casewell.notifications;

import io.casewell.identity.InvitationSent;
import io.casewell.identity.InvitePeople;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Reaction;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The mail that invites somebody; its link is computed while it is sent. */
@Component
class InvitationLetter implements LetterKind, Reaction<InvitationSent> {
  private final Mails mails;
  private final LinkTokens links;
  private final BaseUrl baseUrl;

  InvitationLetter(Mails mails, LinkTokens links, BaseUrl baseUrl) {
    this.mails = mails;
    this.links = links;
    this.baseUrl = baseUrl;
  }

  @Override
  public Class<InvitationSent> to() {
    return InvitationSent.class;
  }

  @Override
  public Mono<Void> on(InvitationSent sent) {
    return mails.put(
        "invitation " + sent.invitation() + " " + sent.version(),
        kind(),
        sent.email(),
        Map.of(
            "invitation", sent.invitation().toString(),
            "generation", Integer.toString(sent.generation()),
            "inviter", sent.inviter(),
            "place", sent.place(),
            "roles", sent.roles()));
  }

  @Override
  public String kind() {
    return "invitation";
  }

  @Override
  public String label() {
    return "Invitation";
  }

  @Override
  public Letter write(Map<String, String> facts) {
    var inviter = facts.getOrDefault("inviter", "");
    var place = facts.getOrDefault("place", "");
    var token =
        links.token(
            InvitePeople.PURPOSE,
            UUID.fromString(facts.getOrDefault("invitation", "")),
            Integer.parseInt(facts.getOrDefault("generation", "")));
    return new Letter(
        inviter + " invites you to " + (place.equals("Casewell") ? place : place + " on Casewell"),
        "invitation",
        Map.of(
            "inviter",
            inviter,
            "place",
            place,
            "roles",
            facts.getOrDefault("roles", ""),
            "link",
            baseUrl.of("/invitations/" + token),
            "days",
            InvitePeople.DAYS + " days"));
  }
}
