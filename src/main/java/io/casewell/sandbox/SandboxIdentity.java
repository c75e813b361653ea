package io.casewell.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * An OpenID Connect provider beside the application: the real code flow with state, nonce and PKCE.
 * Its one addition: the persona named in {@code login_hint} is signed in without a login page.
 */
final class SandboxIdentity implements AutoCloseable {
  /** The path of the issuer. */
  static final String ISSUER = "casewell-sandbox";

  private final int port;
  private final Mono<MockOAuth2Server> server;
  private final AtomicReference<@Nullable MockOAuth2Server> running = new AtomicReference<>();

  private SandboxIdentity(int port, Mono<MockOAuth2Server> server) {
    this.port = port;
    this.server = server.doOnNext(running::set).cache();
  }

  /** The one another sandbox keeps on this port of the loopback address. */
  static SandboxIdentity of(int port) {
    return new SandboxIdentity(port, Mono.empty());
  }

  /**
   * The one on this port of the loopback address; 0 takes a free one. On a given port it starts
   * with the first who asks for it: it brings some 2,000 classes the first page has no use for.
   */
  static SandboxIdentity on(int port) {
    if (port == 0) {
      var server = start(port);
      return new SandboxIdentity(server.baseUrl().port(), Mono.just(server));
    }
    try {
      // a port that is taken keeps the sandbox from starting, like everything else that does
      new ServerSocket(port, 1, loopback()).close();
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port + " of the identity provider", e);
    }
    return new SandboxIdentity(
        port, Mono.fromSupplier(() -> start(port)).subscribeOn(Schedulers.boundedElastic()));
  }

  private static MockOAuth2Server start(int port) {
    var config = new OAuth2Config(true, null, null, false, new OAuth2TokenProvider(), Set.of());
    var inner = new OAuth2HttpRequestHandler(config).getAuthorizationServer();
    var server = new MockOAuth2Server(config, new PersonaRoute(inner));
    server.start(loopback(), port);
    return server;
  }

  private static InetAddress loopback() {
    try {
      return InetAddress.getByName("localhost");
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends when it answers. */
  Mono<Void> open() {
    return server.then();
  }

  String issuer() {
    return "http://localhost:" + port + "/" + ISSUER;
  }

  String authorize() {
    return issuer() + "/authorize";
  }

  String token() {
    return issuer() + "/token";
  }

  String keys() {
    return issuer() + "/jwks";
  }

  @Override
  public void close() {
    var started = running.get();
    if (started != null) {
      started.shutdown();
    }
  }

  /**
   * Answers an authorization request that names a persona as if the persona had filled in the login
   * form. Everything else of the flow goes through the same inner handler, which holds the codes.
   */
  private record PersonaRoute(Route inner) implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      return inner.match(request);
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      var hint = request.getUrl().queryParameter("login_hint");
      if (hint == null || !request.getMethod().equals("GET")) {
        return inner.invoke(request);
      }
      if (Newcomers.isHint(hint)) {
        return inner.invoke(asFilledIn(request, hint, Newcomers.claims(hint)));
      }
      return Personas.ALL.stream()
          .filter(known -> known.name().equals(hint) || known.email().equals(hint))
          .findFirst()
          .map(persona -> inner.invoke(asFilledIn(request, persona.name(), claims(persona))))
          .orElseGet(() -> inner.invoke(request));
    }

    private static OAuth2HttpRequest asFilledIn(
        OAuth2HttpRequest request, String subject, String claims) {
      var body =
          "username="
              + URLEncoder.encode(subject, StandardCharsets.UTF_8)
              + "&claims="
              + URLEncoder.encode(claims, StandardCharsets.UTF_8);
      var headers =
          request
              .getHeaders()
              .newBuilder()
              .set("Content-Type", "application/x-www-form-urlencoded")
              .build();
      return new OAuth2HttpRequest(headers, "POST", request.getOriginalUrl(), body);
    }

    private static String claims(Persona persona) {
      return "{\"name\":\"%s\",\"email\":\"%s\",\"auth_time\":%d}"
          .formatted(persona.person(), persona.email(), Instant.now().getEpochSecond());
    }
  }
}
