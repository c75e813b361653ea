package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.test.context.TestPropertySource;

/**
 * A second identity provider that lies in every way an ID token can lie, and callers who tamper
 * with the way back: each ends outside the door, with no session made.
 */
@CasewellTest
@Import(ImpostorTest.SecondIssuer.class)
@TestPropertySource(properties = {"sandbox.data=target/test-data-second-issuer", "sandbox.staff=0"})
class ImpostorTest {
  private static final Impostor IMPOSTOR = Impostor.start();

  @LocalServerPort int port;
  @Autowired Worker worker;

  @TestConfiguration
  static class SecondIssuer {
    @Bean
    @Primary
    ReactiveClientRegistrationRepository both(
        @Qualifier("registrations") ReactiveClientRegistrationRepository first) {
      var sandbox = first.findByRegistrationId("sandbox").blockOptional().orElseThrow();
      return new InMemoryReactiveClientRegistrationRepository(List.of(sandbox, registration()));
    }
  }

  private static ClientRegistration registration() {
    return ClientRegistration.withRegistrationId("second")
        .clientName("Second issuer")
        .clientId(Impostor.CLIENT)
        .clientSecret(Impostor.SECRET)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .scope("openid", "profile", "email")
        .authorizationUri(IMPOSTOR.issuer() + "/authorize")
        .tokenUri(IMPOSTOR.issuer() + "/token")
        .jwkSetUri(IMPOSTOR.issuer() + "/jwks")
        .issuerUri(IMPOSTOR.issuer())
        .userNameAttributeName("sub")
        .build();
  }

  @AfterAll
  static void stop() {
    IMPOSTOR.close();
  }

  /** A sign-in that has left for the second issuer. */
  private record Started(String browser, String state, String nonce) {}

  private Started start() {
    var answer = Probe.nobody(port).get("/oauth2/authorization/second?next=/home");
    assertThat(answer.statusCode()).isEqualTo(302);
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(IMPOSTOR.issuer() + "/authorize?");
    var query = query(location);
    assertThat(query).containsKeys("code_challenge", "nonce", "state");
    assertThat(query).containsEntry("code_challenge_method", "S256");
    var cookie =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("casewell-signing-in="))
            .map(line -> line.substring(0, line.indexOf(';')))
            .findFirst()
            .orElseThrow();
    return new Started(cookie, query.getOrDefault("state", ""), query.getOrDefault("nonce", ""));
  }

  private static Map<String, String> query(String location) {
    return Arrays.stream(location.substring(location.indexOf('?') + 1).split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> back(Started started, String query) {
    return Probe.nobody(port)
        .get("/login/oauth2/code/second?" + query, "Cookie", started.browser());
  }

  private static String code(Started started) {
    return "code=c&state=" + URLEncoder.encode(started.state(), StandardCharsets.UTF_8);
  }

  enum Lie {
    WRONG_NONCE(c -> c.claim("nonce", "another")),
    NO_NONCE(c -> c.claim("nonce", null)),
    WRONG_AUDIENCE(c -> c.audience("somebody-else")),
    TWO_AUDIENCES(c -> c.audience(List.of("somebody-else", Impostor.CLIENT))),
    NO_AUDIENCE(c -> c.audience((String) null)),
    EXPIRED(c ->
        c.issueTime(Date.from(Instant.now().minusSeconds(7200)))
            .expirationTime(Date.from(Instant.now().minusSeconds(3600)))),
    NO_EXPIRY(c -> c.expirationTime(null)),
    FROM_THE_FUTURE(c -> c.issueTime(Date.from(Instant.now().plusSeconds(7200)))),
    NO_ISSUE_TIME(c -> c.issueTime(null)),
    OTHER_ISSUER(c -> c.issuer("https://accounts.elsewhere.example")),
    NO_ISSUER(c -> c.issuer(null)),
    NO_SUBJECT(c -> c.subject(null)),
    BLANK_SUBJECT(c -> c.subject("")),
    WRONG_PARTY(c -> c.claim("azp", "somebody-else"));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> twist;

    Lie(Function<JWTClaimsSet.Builder, JWTClaimsSet.Builder> twist) {
      this.twist = twist;
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesATokenWith(Lie lie) {
    var started = start();
    var honest = IMPOSTOR.claims("liar", started.nonce());
    IMPOSTOR.says(IMPOSTOR.signed(lie.twist.apply(honest).build()));
    outside(() -> back(started, code(started)));
    assertThat(IMPOSTOR.tokenRequests()).as("got as far as the token").hasSize(1);
  }

  @Test
  void refusesATokenThatNobodySigned() {
    var started = start();
    IMPOSTOR.says(new PlainJWT(IMPOSTOR.claims("liar", started.nonce()).build()).serialize());
    outside(() -> back(started, code(started)));
  }

  @Test
  void refusesATokenSignedWithAnotherKeyOfTheSameName() {
    var started = start();
    var claims = IMPOSTOR.claims("liar", started.nonce()).build();
    IMPOSTOR.says(Impostor.signed(claims, Impostor.newKey()));
    outside(() -> back(started, code(started)));
  }

  @Test
  void refusesATokenSignedWithTheClientsSecretOrThePublicKeyAsASecret() throws JOSEException {
    var publicKey = IMPOSTOR.key.toRSAPublicKey().getEncoded();
    for (var secret : List.of(Impostor.SECRET.getBytes(StandardCharsets.UTF_8), publicKey)) {
      var started = start();
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(),
              IMPOSTOR.claims("liar", started.nonce()).build());
      token.sign(new MACSigner(secret));
      IMPOSTOR.says(token.serialize());
      outside(() -> back(started, code(started)));
    }
  }

  @Test
  void refusesATokenThatWasChangedAfterSigning() {
    var started = start();
    var parts = IMPOSTOR.signed(IMPOSTOR.claims("liar", started.nonce()).build()).split("\\.");
    var other = IMPOSTOR.signed(IMPOSTOR.claims("admin", started.nonce()).build()).split("\\.");
    IMPOSTOR.says(parts[0] + "." + other[1] + "." + parts[2]);
    outside(() -> back(started, code(started)));
  }

  @Test
  void staysUprightWhateverTheTokenEndpointAnswers() {
    for (var body : List.of("", "{}", "[]", "null", "<html>", "{\"id_token\":\"x\"}", "\u0000")) {
      for (int status : new int[] {200, 400, 500}) {
        var started = start();
        IMPOSTOR.answers(status, body);
        outside(() -> back(started, code(started)));
      }
    }
    var started = start();
    IMPOSTOR.says("not.a.token");
    outside(() -> back(started, code(started)));
  }

  @Test
  void refusesAWayBackThatWasTamperedWith() {
    var started = start();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims("liar", started.nonce()).build()));
    for (var query :
        List.of(
            "code=c&state=wrong",
            "code=c&state=",
            "code=c",
            "state=" + started.state(),
            "",
            "error=access_denied&state=wrong",
            "code=c&code=d&state=a&state=b",
            "code=c&state=" + "x".repeat(8000),
            "code=c&state=%00%ff")) {
      outside(() -> back(started, query));
    }
    assertThat(IMPOSTOR.tokenRequests()).isEmpty();
    outside(() -> back(started, "error=access_denied&state=" + encoded(started.state())));
  }

  @Test
  void refusesAStateFromAnotherBrowser() {
    var attacker = start();
    var victim = start();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims("liar", attacker.nonce()).build()));
    outside(() -> back(new Started("other=1", "", ""), code(attacker)));
    outside(() -> back(new Started("casewell-signing-in=", "", ""), code(attacker)));
    outside(() -> back(victim, code(attacker)));
    assertThat(IMPOSTOR.tokenRequests()).isEmpty();
  }

  @Test
  void takesACodeAndAStateOnce() {
    var started = start();
    var subject = "once-" + UUID.randomUUID();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims(subject, started.nonce()).build()));
    var first = back(started, code(started));
    assertThat(first.statusCode()).isEqualTo(302);
    assertThat(first.headers().firstValue("Location")).hasValue("/hats?next=%2Fhome");
    outside(() -> back(started, code(started)));
  }

  @Test
  void refusesACodeThatCameBackToAnotherIssuersAddress() {
    // the mix-up attack: RFC 9700, 4.4
    var started = start();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims("liar", started.nonce()).build()));
    outside(() ->
        Probe.nobody(port)
            .get("/login/oauth2/code/sandbox?" + code(started), "Cookie", started.browser()));
    assertThat(IMPOSTOR.tokenRequests()).as("the honest issuer's code given away").isEmpty();
  }

  @Test
  void refusesAnAnswerThatNamesAnotherIssuer() {
    // RFC 9207
    var started = start();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims("liar", started.nonce()).build()));
    var iss = "&iss=" + encoded("https://accounts.elsewhere.example");
    outside(() -> back(started, code(started) + iss));
    assertThat(IMPOSTOR.tokenRequests()).isEmpty();

    var again = start();
    var subject = "named-" + UUID.randomUUID();
    IMPOSTOR.says(IMPOSTOR.signed(IMPOSTOR.claims(subject, again.nonce()).build()));
    var own = back(again, code(again) + "&iss=" + encoded(IMPOSTOR.issuer()));
    assertThat(own.headers().firstValue("Location")).hasValue("/hats?next=%2Fhome");
  }

  @Test
  void knowsAnAccountByIssuerAndSubjectNotByItsEmail() {
    var started = start();
    var before = text("select name || email from account where subject = 'admin'");
    var claims =
        IMPOSTOR
            .claims("admin", started.nonce())
            .claim("email", "admin@sandbox.example")
            .claim("email_verified", true)
            .claim("name", "Ruth Okafor");
    IMPOSTOR.says(IMPOSTOR.signed(claims.build()));
    var answer = back(started, code(started));
    var session =
        answer.headers().allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith("casewell="))
            .map(line -> line.substring("casewell=".length(), line.indexOf(';')))
            .findFirst()
            .orElseThrow();
    var person = Probe.withSession(session, port);
    assertThat(person.get("/home").headers().firstValue("Location")).hasValue("/hats");
    assertThat(person.get("/tokens").statusCode()).isEqualTo(404);
    assertThat(person.get("/hats").body()).doesNotContain("Casewell operations");
    assertThat(count("select count(*) from account where subject = 'admin'")).isEqualTo(2);
    var first = "select name || email from account where subject = 'admin' and issuer <> '%s'";
    assertThat(text(first.formatted(IMPOSTOR.issuer()))).isEqualTo(before);
  }

  @Test
  void staysUprightWhateverAPersonIsCalled() {
    for (var name :
        List.of(
            "a\u0000b", "\ud800", "x".repeat(10_000), "", "<script>alert(1)</script>", "\u202e")) {
      var started = start();
      var subject = "named-" + UUID.randomUUID();
      var claims = IMPOSTOR.claims(subject, started.nonce()).claim("name", name);
      IMPOSTOR.says(IMPOSTOR.signed(claims.claim("email", name + "@x.example").build()));
      var answer = back(started, code(started));
      assertThat(answer.statusCode()).as("%.20s", name).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location"))
          .as("%.20s", name)
          .hasValue("/hats?next=%2Fhome");
      var kept = "select count(*) from account where subject = '%s' and length(name) <= 200";
      assertThat(count(kept.formatted(subject))).as("%.20s", name).isEqualTo(1);
    }
  }

  @Test
  void leavesForTheIssuerWithTheAddressThatTheSettingNames() {
    var registrations = new InMemoryReactiveClientRegistrationRepository(registration());
    var request =
        org.springframework.mock.http.server.reactive.MockServerHttpRequest.get(
                "http://evil.example/oauth2/authorization/second")
            .header("Host", "evil.example")
            .header("X-Forwarded-Host", "evil.example");
    var left =
        OidcWiring.resolver(registrations, "https://casewell.example/")
            .resolve(org.springframework.mock.web.server.MockServerWebExchange.from(request))
            .blockOptional()
            .orElseThrow();
    assertThat(left.getRedirectUri())
        .isEqualTo("https://casewell.example/login/oauth2/code/second");
    assertThat(left.getAuthorizationRequestUri())
        .contains("redirect_uri=https://casewell.example/login/oauth2/code/second")
        .doesNotContain("evil");
  }

  @Test
  void showsBothWaysIn() {
    var door = Probe.nobody(port).get("/sign-in").body();
    assertThat(door).contains("Second issuer").contains("/oauth2/authorization/second?next=");
    assertThat(Probe.nobody(port).get("/oauth2/authorization/third").statusCode()).isIn(400, 404);
  }

  /** It ends at the door or in a refusal, with no session and no fault. */
  private void outside(java.util.function.Supplier<HttpResponse<String>> attack) {
    long before = count("select count(*) from session");
    var answer = attack.get();
    assertThat(answer.statusCode()).as(answer.toString()).isBetween(300, 499);
    if (answer.statusCode() < 400) {
      assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?failed");
    }
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("casewell="));
    assertThat(count("select count(*) from session")).as("sessions").isEqualTo(before);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at io.casewell");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private long count(String sql) {
    return worker.db().sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
  }

  private String text(String sql) {
    return worker.db().sql(sql).mapValue(String.class).one().blockOptional().orElseThrow();
  }
}
