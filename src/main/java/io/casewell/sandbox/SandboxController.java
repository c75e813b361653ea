package io.casewell.sandbox;

import io.casewell.identity.ApiTokens;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.SafePath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The sandbox's page: who one can sign in as, with one click, and tokens for programs. */
@Controller
@Profile("sandbox")
class SandboxController {
  private final PersonaTokens tokens;

  SandboxController(PersonaTokens tokens) {
    this.tokens = tokens;
  }

  @GetMapping("/sandbox")
  @Access(Who.ANYBODY)
  Rendering personas(Form query) {
    return Rendering.view("sandbox/personas")
        .modelAttribute("personas", Personas.ALL)
        .modelAttribute("next", SafePath.of(query.text("next")))
        .modelAttribute("newcomer", Newcomers.someName())
        .build();
  }

  /** Goes the whole way through the identity provider, only without its login page. */
  @GetMapping("/sandbox/sign-in/{name}")
  @Access(Who.ANYBODY)
  Rendering signIn(@PathVariable String name, Form query) {
    return signIn(Personas.find(name).name(), SafePath.of(query.text("next")));
  }

  /**
   * Somebody nobody has seen before, each time: a fresh subject at the identity provider. The page
   * goes on by itself, not by a redirect: a form that ends at another host is refused by the policy.
   */
  @GetMapping("/sandbox/newcomer")
  @Access(Who.ANYBODY)
  Rendering newcomer(Form query) {
    var hint = Newcomers.hint(query.text("name"));
    var address = signInAddress(hint, SafePath.of(query.text("next")));
    return Rendering.view("sandbox/newcomer")
        .modelAttribute("name", Newcomers.name(hint))
        .modelAttribute("address", address)
        .header("Refresh", "0; url=" + address)
        .build();
  }

  private static Rendering signIn(String hint, String next) {
    return Rendering.redirectTo(signInAddress(hint, next)).build();
  }

  private static String signInAddress(String hint, String next) {
    return "/oauth2/authorization/sandbox?next="
        + URLEncoder.encode(next.equals("/") ? "/home" : next, StandardCharsets.UTF_8)
        + "&login_hint="
        + URLEncoder.encode(hint, StandardCharsets.UTF_8);
  }

  /** A token of the persona's hat with every scope there is; for programs and tests. */
  @PostMapping("/sandbox/personas/{name}/token")
  @Access(Who.ANYBODY)
  @ResponseBody
  Mono<Map<String, String>> token(@PathVariable String name) {
    return tokens.make(Personas.find(name)).map(text -> Map.of("token", text));
  }

  static final java.util.Set<String> EVERY_SCOPE =
      ApiTokens.SCOPES.stream()
          .map(ApiTokens.Scope::code)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());
}
