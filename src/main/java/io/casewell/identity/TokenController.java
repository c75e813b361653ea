package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Watch;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A person's API tokens: made, shown once, revoked. */
@Controller
class TokenController {
  private static final Map<String, String> LIFETIMES = lifetimes();
  private static final Map<String, String> LABELS =
      ApiTokens.SCOPES.stream()
          .collect(Collectors.toMap(ApiTokens.Scope::code, ApiTokens.Scope::label));

  private final ApiTokens tokens;
  private final ChangeTokens changeTokens;
  private final Pages pages;
  private final Clock clock;

  TokenController(ApiTokens tokens, ChangeTokens changeTokens, Pages pages, Clock clock) {
    this.tokens = tokens;
    this.changeTokens = changeTokens;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/tokens")
  @Access(
      value = {Who.FIRM, Who.STAFF, Who.SALES, Who.OPERATIONS},
      watched = Watch.Rule.NEVER)
  Mono<Rendering> list(SignedIn in) {
    return page(in, "", new Problems(), Form.empty());
  }

  @PostMapping("/tokens")
  @Access(
      value = {Who.FIRM, Who.STAFF, Who.SALES, Who.OPERATIONS},
      watched = Watch.Rule.NEVER)
  Mono<Rendering> make(Form form, Caller caller, SignedIn in) {
    var problems = problemsOf(form);
    if (!problems.none()) {
      return page(in, "", problems, form);
    }
    return changeTokens
        .make(
            caller,
            in.account(),
            form.text("name"),
            Set.copyOf(form.texts("scopes")),
            Integer.parseInt(form.text("days")))
        .flatMap(text -> page(in, text, problems, Form.empty()));
  }

  private static Problems problemsOf(Form form) {
    var problems = new Problems();
    if (form.text("name").isBlank() || form.text("name").length() > 100) {
      problems.add("name", "Give the token a name of at most 100 characters.");
    }
    if (!LIFETIMES.containsKey(form.text("days"))) {
      problems.add("days", "Choose how long the token shall work.");
    }
    var chosen = form.texts("scopes");
    if (chosen.isEmpty() || !LABELS.keySet().containsAll(chosen)) {
      problems.add("scopes", "Choose what the token may do.");
    }
    return problems;
  }

  @PostMapping("/tokens/{id}/revocation")
  @Access(
      value = {Who.FIRM, Who.STAFF, Who.SALES, Who.OPERATIONS},
      watched = Watch.Rule.NEVER)
  Mono<Rendering> revoke(@PathVariable String id, SignedIn in, ServerWebExchange exchange) {
    return changeTokens
        .revoke(Ids.parse(id), in.account())
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, "/tokens", "The token no longer works.")));
  }

  private Mono<Rendering> page(SignedIn in, String made, Problems problems, Form form) {
    return tokens
        .of(in.account())
        .map(token -> TokenLine.of(token, LABELS, in.viewer().zone(), clock.instant()))
        .collectList()
        .map(list -> rendering(list, in, made, problems, form));
  }

  private static Rendering rendering(
      List<TokenLine> list, SignedIn in, String made, Problems problems, Form form) {
    return Rendering.view("identity/tokens")
        .modelAttribute("tokens", list)
        .modelAttribute("scopes", offered(in.viewer().caller()))
        .modelAttribute("lifetimes", LIFETIMES)
        .modelAttribute("made", made)
        .modelAttribute("problems", problems)
        .modelAttribute("form", form)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  /** The scopes that mean something in this hat. */
  private static Map<String, String> offered(Caller caller) {
    boolean operations = caller instanceof Caller.Operations;
    var offered = new LinkedHashMap<String, String>();
    for (var scope : ApiTokens.SCOPES) {
      if (operations == scope.code().startsWith("staff:")) {
        offered.put(scope.code(), scope.label());
      }
    }
    return offered;
  }

  private static Map<String, String> lifetimes() {
    var lifetimes = new LinkedHashMap<String, String>();
    lifetimes.put("30", "30 days");
    lifetimes.put("90", "90 days");
    lifetimes.put("365", "A year");
    return lifetimes;
  }
}
