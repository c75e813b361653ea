package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Every kind of answer tells the browser what not to do. */
@CasewellTest
class HeadersTest {
  @LocalServerPort int port;
  @Autowired Assets assets;

  private Map<String, HttpResponse<String>> oneOfEachKind() {
    var visitor = Probe.visitor(port);
    var owner = Probe.as("firm-owner", port);
    var program = Probe.program("firm-owner", port);
    var kinds = new LinkedHashMap<String, HttpResponse<String>>();
    kinds.put("page", visitor.get("/"));
    kinds.put("page of a session", owner.get("/home"));
    kinds.put("fragment", owner.get("/home", "HX-Request", "true"));
    kinds.put("text", visitor.get("/robots.txt"));
    kinds.put("to the sign-in", visitor.get("/home"));
    kinds.put("fragment to the sign-in", visitor.get("/home", "HX-Request", "true"));
    kinds.put("to the provider", visitor.get("/oauth2/authorization/sandbox"));
    kinds.put("sign-in failed", visitor.get("/login/oauth2/code/sandbox?code=c&state=s"));
    kinds.put("404", visitor.get("/nothing-here"));
    kinds.put("404 of the API", program.get("/api/v1/nothing-here"));
    kinds.put("404 of a program's choice", visitor.get("/nothing", "Accept", "application/json"));
    kinds.put("403 without a token", visitor.send("POST", "/sign-out", ""));
    kinds.put("404 of a role", Probe.as("admin", port).get("/firm"));
    kinds.put("405", owner.post("/firm", ""));
    kinds.put("406", visitor.get("/api/v1/needs", "Accept", "image/png"));
    kinds.put("401", visitor.get("/api/v1/needs"));
    kinds.put("422", owner.post("/tokens", "name="));
    kinds.put("API", program.get("/api/v1/needs"));
    kinds.put("path refused", visitor.get("//admin"));
    kinds.put("method refused", visitor.send("TRACE", "/", ""));
    return kinds;
  }

  @Test
  void standOnEveryKindOfAnswer() {
    var policy =
        "default-src 'self'; script-src 'self'; img-src 'self' data:; style-src 'self'"
            + " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; object-src 'none';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    oneOfEachKind()
        .forEach((kind, answer) -> {
          assertThat(answer.statusCode()).as(kind).isLessThan(500);
          holds(kind, answer, "Content-Security-Policy", policy);
          holds(kind, answer, "X-Content-Type-Options", "nosniff");
          holds(kind, answer, "X-Frame-Options", "DENY");
          holds(kind, answer, "Referrer-Policy", "no-referrer");
          holds(kind, answer, "Cross-Origin-Opener-Policy", "same-origin");
          holds(kind, answer, "Cache-Control", "no-store");
          for (var talk : new String[] {"Server", "X-Powered-By", "Strict-Transport-Security"}) {
            assertThat(answer.headers().firstValue(talk)).as("%s of %s", talk, kind).isEmpty();
          }
          assertThat(answer.body())
              .as(kind)
              .doesNotContain("Whitelabel", "\tat ", "java.lang.", "org.springframework");
        });
  }

  @Test
  void letAssetsBeKeptForEver() {
    for (var name : new String[] {"casewell.css", "casewell.js", "logo.svg"}) {
      var answer = Probe.nobody(port).get(assets.url(name));
      assertThat(answer.statusCode()).isEqualTo(200);
      holds(name, answer, "Cache-Control", "max-age=31536000, public, immutable");
      holds(name, answer, "X-Content-Type-Options", "nosniff");
      holds(name, answer, "Content-Security-Policy", SafetyHeaders.POLICY);
      assertThat(answer.headers().firstValue("Pragma")).isEmpty();
    }
    var gone = Probe.nobody(port).get("/assets/casewell-0000000000000000.css");
    assertThat(gone.statusCode()).isEqualTo(404);
    holds("a lost asset", gone, "Cache-Control", "no-store");
  }

  @Test
  void insistOnHttpsWhereThePublicAddressIsHttps() {
    assertThat(hsts("https://casewell.example")).isEqualTo("max-age=31536000; includeSubDomains");
    assertThat(hsts("http://localhost:8080")).isEqualTo("null");
  }

  private static String hsts(String baseUrl) {
    ServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
    new SafetyHeaders(baseUrl)
        .filter(exchange, at -> at.getResponse().setComplete())
        .then(Mono.empty())
        .block();
    return String.valueOf(
        exchange.getResponse().getHeaders().getFirst("Strict-Transport-Security"));
  }

  private static void holds(String kind, HttpResponse<String> answer, String name, String value) {
    assertThat(answer.headers().allValues(name)).as("%s of %s", name, kind).containsExactly(value);
  }
}
