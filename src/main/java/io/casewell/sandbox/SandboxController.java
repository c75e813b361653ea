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
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering personas(Form query) {
    return Rendering.view("sandbox/personas")
        .modelAttribute("personas", Personas.ALL)
        .modelAttribute("next", SafePath.of(query.text("next")))
        .modelAttribute("newcomer", Newcomers.someName())
        .build();
  }

  /** Goes the whole way through the identity provider, only without its login page. */
  @GetMapping("/sandbox/sign-in/{name}")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering signIn(@PathVariable String name, Form query) {
    return signIn(Personas.find(name).name(), SafePath.of(query.text("next")));
  }

  /** Somebody nobody has seen before, each time: a fresh subject at the identity provider. */
  @GetMapping("/sandbox/newcomer")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering newcomer(Form query) {
    return signIn(Newcomers.hint(query.text("name")), SafePath.of(query.text("next")));
  }

  /**
   * Where the form of somebody new leads: a page that goes on by itself, since the policy refuses a
   * form that is redirected to another host, such as the identity provider's.
   */
  @GetMapping("/sandbox/coming-in")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  Rendering comingIn(Form query) {
    var address =
        "/sandbox/newcomer?name="
            + URLEncoder.encode(query.text("name"), StandardCharsets.UTF_8)
            + "&next="
            + URLEncoder.encode(SafePath.of(query.text("next")), StandardCharsets.UTF_8);
    return Rendering.view("sandbox/newcomer")
        .modelAttribute("name", query.text("name"))
        .modelAttribute("address", address)
        .header("Refresh", "0; url=" + address)
        .build();
  }

  private static Rendering signIn(String hint, String next) {
    var back = URLEncoder.encode(next.equals("/") ? "/home" : next, StandardCharsets.UTF_8);
    return Rendering.redirectTo(
            "/oauth2/authorization/sandbox?next="
                + back
                + "&login_hint="
                + URLEncoder.encode(hint, StandardCharsets.UTF_8))
        .build();
  }

  /** A token of the persona's hat with every scope there is; for programs and tests. */
  @PostMapping("/sandbox/personas/{name}/token")
  @Access(value = Who.ANYBODY, beforeAgreeing = true)
  @ResponseBody
  Mono<Map<String, String>> token(@PathVariable String name) {
    return tokens.make(Personas.find(name)).map(text -> Map.of("token", text));
  }

  static final java.util.Set<String> EVERY_SCOPE =
      ApiTokens.SCOPES.stream()
          .map(ApiTokens.Scope::code)
          .collect(java.util.stream.Collectors.toUnmodifiableSet());
}
