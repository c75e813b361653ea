package io.casewell.notifications;

import io.casewell.identity.InvitationAccepted;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.Reaction;
import io.casewell.platform.Worker;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells whoever invited who came, and under which address. */
@Component
class JoinedLetter implements LetterKind, Reaction<InvitationAccepted> {
  private final Mails mails;
  private final Worker worker;
  private final BaseUrl baseUrl;

  JoinedLetter(Mails mails, Worker worker, BaseUrl baseUrl) {
    this.mails = mails;
    this.worker = worker;
    this.baseUrl = baseUrl;
  }

  @Override
  public Class<InvitationAccepted> to() {
    return InvitationAccepted.class;
  }

  @Override
  public Mono<Void> on(InvitationAccepted joined) {
    return inviter(joined.invitation())
        .flatMap(email ->
            mails.put(
                "joined " + joined.invitation(),
                kind(),
                email,
                Map.of(
                    "name", joined.name(),
                    "email", joined.email(),
                    "invited", joined.invited(),
                    "place", joined.place(),
                    "path", joined.kind().equals("firm") ? "/firm/people" : "/operations/people")));
  }

  private Mono<String> inviter(UUID invitation) {
    return worker
        .db()
        .sql(
            "select a.email from invitation i join account a on a.id = i.invited_by where i.id ="
                + " :id")
        .bind("id", invitation)
        .mapValue(String.class)
        .one();
  }

  @Override
  public String kind() {
    return "joined";
  }

  @Override
  public String label() {
    return "Somebody joined";
  }

  @Override
  public Letter write(Map<String, String> facts) {
    var name = facts.getOrDefault("name", "");
    var place = facts.getOrDefault("place", "");
    return new Letter(
        name + " joined " + place,
        "joined",
        Map.of(
            "name", name,
            "email", facts.getOrDefault("email", ""),
            "place", place,
            "invited", facts.getOrDefault("invited", ""),
            "link", baseUrl.of(facts.getOrDefault("path", "/home"))));
  }
}
