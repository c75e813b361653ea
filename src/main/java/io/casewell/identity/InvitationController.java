package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.Page;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where the link in an invitation leads. Looking changes nothing, however often a mail scanner does
 * it; joining is a post by somebody signed in.
 */
@Controller
class InvitationController {
  private static final int A_MINUTE = 60;

  private final AcceptInvitation acceptInvitation;
  private final Agreements agreements;
  private final ChangeHat changeHat;
  private final DatabaseClient db;
  private final Limits limits;
  private final Pages pages;

  InvitationController(
      AcceptInvitation acceptInvitation,
      Agreements agreements,
      ChangeHat changeHat,
      DatabaseClient db,
      Limits limits,
      Pages pages) {
    this.acceptInvitation = acceptInvitation;
    this.agreements = agreements;
    this.changeHat = changeHat;
    this.db = db;
    this.limits = limits;
    this.pages = pages;
  }

  @GetMapping("/invitations/{token}")
  @Access(Who.ANYBODY)
  Mono<Rendering> show(
      @PathVariable String token, @ModelAttribute("page") Page page, ServerWebExchange exchange) {
    limits.count("invitation", exchange, A_MINUTE);
    return acceptInvitation
        .usable(token)
        .flatMap(invitation ->
            pages
                .signedIn()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(in -> page(token, invitation, in, new Problems())));
  }

  @PostMapping("/invitations/{token}")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> join(
      @PathVariable String token, Form form, SignedIn in, ServerWebExchange exchange) {
    limits.count("invitation", exchange, A_MINUTE);
    return agreements
        .standing(in.account())
        .flatMap(agreed -> {
          var problems = new Problems();
          if (!agreed) {
            AgreementController.check(form, problems);
          }
          return problems.none()
              ? joined(token, in, exchange)
              : acceptInvitation
                  .usable(token)
                  .flatMap(invitation -> page(token, invitation, Optional.of(in), problems));
        });
  }

  private Mono<Rendering> joined(String token, SignedIn in, ServerWebExchange exchange) {
    return email(in)
        .flatMap(email -> acceptInvitation.accept(token, in, email))
        .flatMap(hat ->
            changeHat
                .into(hat, in, exchange)
                .thenReturn(
                    pages.redirect(exchange, "/home", "Welcome. You are in " + hat.label() + ".")));
  }

  private Mono<String> email(SignedIn in) {
    return db.sql("select account_email(:account)")
        .bind("account", in.account().value())
        .mapValue(String.class)
        .one()
        .defaultIfEmpty("");
  }

  private Mono<Rendering> page(
      String token, Invitation invitation, Optional<SignedIn> in, Problems problems) {
    return Mono.zip(
            in.map(this::email).orElse(Mono.just("")),
            in.map(one -> agreements.standing(one.account())).orElse(Mono.just(false)))
        .map(known ->
            Rendering.view("identity/invitation")
                .modelAttribute("token", token)
                .modelAttribute("invitation", invitation)
                .modelAttribute("name", in.map(one -> one.viewer().name()).orElse(""))
                .modelAttribute("email", known.getT1())
                .modelAttribute("agreed", known.getT2())
                .modelAttribute("days", String.valueOf(InvitePeople.DAYS))
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }
}
