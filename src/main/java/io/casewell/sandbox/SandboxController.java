package io.casewell.sandbox;

import io.casewell.identity.ApiTokens;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
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
  Rendering personas() {
    return Rendering.view("sandbox/personas").modelAttribute("personas", Personas.ALL).build();
  }

  /** Goes the whole way through the identity provider, only without its login page. */
  @GetMapping("/sandbox/sign-in/{name}")
  @Access(Who.ANYBODY)
  Rendering signIn(@PathVariable String name) {
    var hint = URLEncoder.encode(Personas.find(name).name(), StandardCharsets.UTF_8);
    return Rendering.redirectTo("/oauth2/authorization/sandbox?next=/home&login_hint=" + hint)
        .build();
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
