package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Probe;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Another site makes a signed-in browser send something: it is refused, and nothing is written. */
@CasewellTest
class ForgeryTest {
  private static final String FORM = "name=Forged&days=30&scopes=needs%3Aread";

  @LocalServerPort int port;
  @Autowired Worker worker;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping handlers;

  @Test
  void refusesAFormWithoutItsSessionsToken() {
    var owner = Probe.as("firm-owner", port);
    var rival = Probe.as("rival-owner", port);
    var visitor = Probe.visitor(port);
    long before = tokens();
    var form = new String[] {"Content-Type", "application/x-www-form-urlencoded"};
    var part = new String[] {form[0], form[1], "HX-Request", "true"};
    var stolen = URLEncoder.encode(rival.csrf(), StandardCharsets.UTF_8);
    var lent = URLEncoder.encode(visitor.csrf(), StandardCharsets.UTF_8);
    for (var headers : List.of(form, part)) {
      refused(owner.send("POST", "/tokens", FORM, headers));
      refused(owner.send("POST", "/tokens", FORM + "&_csrf=", headers));
      refused(owner.send("POST", "/tokens", FORM + "&_csrf=x", headers));
      refused(owner.send("POST", "/tokens", FORM + "&_csrf=" + stolen, headers));
      refused(owner.send("POST", "/tokens", FORM + "&_csrf=" + lent, headers));
      // a token in the address would stand in logs
      var own = URLEncoder.encode(owner.csrf(), StandardCharsets.UTF_8);
      refused(owner.send("POST", "/tokens?_csrf=" + own, FORM, headers));
      refused(owner.send("PUT", "/tokens", FORM, headers));
      refused(owner.send("DELETE", "/tokens", FORM, headers));
      refused(owner.send("PATCH", "/tokens", FORM, headers));
    }
    assertThat(tokens()).isEqualTo(before);
  }

  @Test
  void refusesWhatOtherSitesMaySendWithoutAsking() {
    var owner = Probe.as("firm-owner", port);
    long before = tokens();
    var json = "{\"name\":\"Forged\",\"days\":\"30\",\"scopes\":[\"needs:read\"]}";
    refused(owner.send("POST", "/tokens", json, "Content-Type", "text/plain"));
    refused(owner.send("POST", "/tokens", json, "Content-Type", "application/json"));
    var parts =
        """
        --b
        Content-Disposition: form-data; name="name"

        Forged
        --b
        Content-Disposition: form-data; name="days"

        30
        --b--
        """
            .replace("\n", "\r\n");
    refused(
        owner.send("POST", "/tokens", parts, "Content-Type", "multipart/form-data; boundary=b"));
    refused(owner.send("POST", "/tokens", "", new String[] {}));
    assertThat(tokens()).isEqualTo(before);
  }

  @Test
  void changesNothingByReading() {
    var browser = Browserless.as("firm-owner", port);
    var owner = Probe.of(browser, port);
    long before = tokens();
    var query = "?" + FORM + "&_csrf=" + URLEncoder.encode(owner.csrf(), StandardCharsets.UTF_8);
    for (var method : List.of("GET", "HEAD", "OPTIONS")) {
      owner.send(method, "/tokens" + query, "");
      owner.send(method, "/sign-out" + query, "");
      owner.send(method, "/hats?hat=0", "");
    }
    assertThat(tokens()).isEqualTo(before);
    assertThat(owner.get("/home").statusCode()).as("still signed in").isEqualTo(200);
  }

  @Test
  void takesTheFormWithItsSessionsToken() {
    // without this, a door that is always shut would pass
    var owner = Probe.as("firm-owner", port);
    long before = tokens();
    assertThat(owner.post("/tokens", FORM).statusCode()).isEqualTo(200);
    assertThat(tokens()).isEqualTo(before + 1);
  }

  @Test
  void takesAVisitorsFormAfterAnyNumberOfPages() {
    var browser = new Browserless(port);
    for (int pages = 1; pages < 4; pages++) {
      browser.page("/");
      var visitor = Probe.of(browser, port);
      var answer = visitor.post("/hats", "hat=0");
      assertThat(answer.statusCode()).as("after %s pages", pages).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fhome");
    }
  }

  @Test
  void theApiTakesNoCookie() {
    var owner = Probe.as("firm-owner", port);
    var driven = new ArrayList<String>();
    handlers
        .getHandlerMethods()
        .forEach((info, method) -> {
          var access = method.getMethodAnnotation(Access.class);
          boolean open = access == null || List.of(access.value()).contains(Access.Who.ANYBODY);
          for (var pattern : info.getPatternsCondition().getPatterns()) {
            var path = pattern.getPatternString().replaceAll("\\{[^}]+}", "x");
            if (path.startsWith("/api/v1/") && !open) {
              var type =
                  info.getConsumesCondition().getConsumableMediaTypes().stream()
                      .map(Object::toString)
                      .findFirst()
                      .orElse("application/json");
              for (var verb : info.getMethodsCondition().getMethods()) {
                var body = verb == RequestMethod.GET ? "" : "{}";
                // the same address in other spellings
                for (var spelling :
                    List.of(
                        path,
                        path.replace("/api/v1/", "/api/v%31/"),
                        path.replace("/api/v1/", "/%61pi/v1/"))) {
                  var answer =
                      owner.send(
                          verb.name(), spelling, body, "Content-Type", type, "Accept", "*/*");
                  driven.add(spelling);
                  assertThat(answer.statusCode()).as("%s %s", verb, spelling).isEqualTo(401);
                }
              }
            }
          }
        });
    assertThat(driven).contains("/api/v1/needs");
  }

  @Test
  void anAddressIsTheApisInEverySpellingThatLeadsThere() {
    for (var path : List.of("/api/v1/needs", "/api/v%31/needs", "/%61pi/v1/needs")) {
      var request =
          MockServerHttpRequest.method(HttpMethod.POST, java.net.URI.create("http://x" + path));
      var exchange = MockServerWebExchange.from(request);
      assertThat(SessionContexts.isApi(exchange)).as(path).isTrue();
    }
    for (var path : List.of("/api/v10/needs", "/apis/v1/needs", "/", "/api/docs")) {
      var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
      assertThat(SessionContexts.isApi(exchange)).as(path).isFalse();
    }
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.request() + "\n" + answer.body()).isEqualTo(403);
  }

  private long tokens() {
    return worker
        .db()
        .sql("select count(*) from api_token where name = 'Forged'")
        .mapValue(Long.class)
        .one()
        .blockOptional()
        .orElseThrow();
  }
}
