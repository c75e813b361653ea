package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Cookies;
import io.casewell.platform.Form;
import io.casewell.platform.Refusal;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Watch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The door: choose a provider, choose a hat, leave. */
@Controller
class SignInController {
  private final List<Provider> providers;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Accounts accounts;
  private final Tenancy tx;

  SignInController(
      ReactiveClientRegistrationRepository registrations,
      Sessions sessions,
      Cookies cookies,
      Accounts accounts,
      Tenancy tx) {
    this.providers = providersOf(registrations);
    this.sessions = sessions;
    this.cookies = cookies;
    this.accounts = accounts;
    this.tx = tx;
  }

  private static List<Provider> providersOf(ReactiveClientRegistrationRepository registrations) {
    return registrations instanceof InMemoryReactiveClientRegistrationRepository known
        ? StreamSupport.stream(known.spliterator(), false).map(SignInController::provider).toList()
        : List.of();
  }

  private static Provider provider(ClientRegistration registration) {
    return new Provider(registration.getRegistrationId(), registration.getClientName());
  }

  @GetMapping("/sign-in")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering choose(Form query) {
    return Rendering.view("identity/sign-in")
        .modelAttribute("providers", providers)
        .modelAttribute("next", SafePath.of(query.text("next")))
        .modelAttribute("failed", query.has("failed"))
        .build();
  }

  /**
   * Before something sensitive: the person signs in once more, and comes back to where they were.
   */
  @GetMapping("/sign-in/again")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> again(Form query, SignedIn in) {
    return accounts
        .find(in.account())
        .as(tx::transactional)
        .map(account ->
            Rendering.view("identity/again")
                .modelAttribute("providers", providers)
                .modelAttribute("next", SafePath.of(query.text("next")))
                .modelAttribute("account", account)
                .build());
  }

  @PostMapping("/sign-out")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.ALWAYS)
  Mono<Rendering> leave(ServerWebExchange exchange) {
    return sessions
        .end(cookies.session(exchange))
        .then(Mono.fromRunnable(() -> cookies.dropSession(exchange)))
        .thenReturn(Rendering.redirectTo("/").build());
  }

  @GetMapping("/hats")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> hats(Form query, SignedIn in) {
    var next = SafePath.of(query.text("next"));
    return sessions.hats(in.account().value()).map(hats -> chooseHat(hats, next));
  }

  private static Rendering chooseHat(List<Sessions.Hat> hats, String next) {
    return hats.isEmpty()
        ? Rendering.redirectTo("/welcome" + query(next)).build()
        : Rendering.view("identity/hats")
            .modelAttribute("hats", hats.stream().map(SignInController::words).toList())
            .modelAttribute("next", next)
            .build();
  }

  private static String query(String next) {
    return next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  /** What choosing shows: the place in the list and the words. */
  private static String words(Sessions.Hat hat) {
    return switch (hat.realm()) {
      case "firm" -> hat.label();
      case "staff" -> "My own profile as a professional";
      case "sales" -> "Casewell sales";
      default -> "Casewell operations";
    };
  }

  @PostMapping("/hats")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> wear(Form form, SignedIn in, ServerWebExchange exchange) {
    return sessions
        .hats(in.account().value())
        .map(hats -> chosen(hats, form.text("hat")))
        .flatMap(hat ->
            sessions.wear(
                in.account().value(),
                hat,
                cookies.session(exchange),
                userAgent(exchange),
                in.provedAt()))
        .doOnNext(value -> cookies.putSession(exchange, value))
        .thenReturn(Rendering.redirectTo(after(form)).build());
  }

  private static String after(Form form) {
    var next = SafePath.of(form.text("next"));
    return next.equals("/") ? "/home" : next;
  }

  private static String userAgent(ServerWebExchange exchange) {
    var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 300));
  }

  private static Sessions.Hat chosen(List<Sessions.Hat> hats, String text) {
    for (int i = 0; i < hats.size(); i++) {
      if (Integer.toString(i).equals(text)) {
        return hats.get(i);
      }
    }
    throw Refusal.notFound();
  }
}
