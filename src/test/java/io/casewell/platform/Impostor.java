package io.casewell.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An OpenID Connect provider that says whatever a test puts into its mouth. */
public final class Impostor implements AutoCloseable {
  static final String CLIENT = "casewell-at-the-second";
  static final String SECRET = "a-client-secret-of-forty-characters-long";

  final RSAKey key = newKey();
  private final HttpServer server;
  private volatile String tokenAnswer = "{}";
  private volatile int tokenStatus = 200;
  private final List<String> tokenRequests = new CopyOnWriteArrayList<>();

  private Impostor(HttpServer server) {
    this.server = server;
  }

  /** Starts on a free port of the loopback address. */
  public static Impostor start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
      var impostor = new Impostor(server);
      server.createContext("/token", impostor::token);
      server.createContext("/jwks", exchange -> answer(exchange, 200, impostor.keys()));
      server.createContext(
          "/.well-known/openid-configuration",
          exchange -> answer(exchange, 200, impostor.discovery()));
      server.start();
      return impostor;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** From now on the token endpoint gives this ID token. */
  void says(String idToken) {
    answers(
        200,
        """
        {"access_token":"a","token_type":"Bearer","expires_in":300,"id_token":"%s"}
        """
            .formatted(idToken));
  }

  /** From now on the token endpoint answers this. */
  void answers(int status, String body) {
    tokenStatus = status;
    tokenAnswer = body;
    tokenRequests.clear();
  }

  /** What the token endpoint was asked since it last learnt an answer. */
  List<String> tokenRequests() {
    return tokenRequests;
  }

  /** An honest set of claims. */
  JWTClaimsSet.Builder claims(String subject, String nonce) {
    var now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(subject)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .claim("nonce", nonce)
        .claim("name", "Second Person")
        .claim("email", subject + "@second.example");
  }

  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  static String signed(JWTClaimsSet claims, RSAKey by) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    tokenRequests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    answer(exchange, tokenStatus, tokenAnswer);
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  private String discovery() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/jwks","response_types_supported":["code"],
     "subject_types_supported":["public"],
     "id_token_signing_alg_values_supported":["RS256"]}
    """
        .formatted(issuer());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
