package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.BesideTest;
import io.casewell.Probe;
import io.casewell.RawLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Too much, too deep, misspelt, forged: refused in plain words, and the house still stands. */
@BesideTest
class RoughInputTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String END = "Connection: close\r\n\r\n";

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping handlers;

  // too much -------------------------------------------------------------------------------------

  @Test
  void takesNoBodyOfTwoGigabytes() {
    var visitor = Probe.visitor(port);
    var head =
        "POST /sign-out HTTP/1.1\r\nHost: localhost\r\nCookie: "
            + visitor.cookies()
            + "\r\n"
            + FORM
            + "Content-Length: 2147483648\r\n"
            + END;
    refused(RawLine.say(port, head, new byte[65_536], 8_000_000), 400, 413);
    stillServes();
  }

  @Test
  void takesNoBodyWithoutAnEnd() {
    for (var path : List.of("/sign-out", "/api/v1/needs", "/api/v1/advice")) {
      var type = path.startsWith("/api") ? "Content-Type: application/json\r\n" : FORM;
      var head =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + bearer()
              + type
              + "Transfer-Encoding: chunked\r\n"
              + END;
      var chunk = ("10000\r\n" + "[".repeat(65_536) + "\r\n").getBytes(StandardCharsets.UTF_8);
      refused(RawLine.say(port, head, chunk, 8_000_000), 400, 401, 403, 404, 413, 422);
    }
    stillServes();
  }

  @Test
  void takesNoHeadersOf64Kilobytes() {
    var long64 = "x".repeat(65_536);
    var start = "GET / HTTP/1.1\r\nHost: localhost\r\n";
    refused(RawLine.say(port, start + "X-Long: " + long64 + "\r\n" + END), 400, 413, 431);
    refused(RawLine.say(port, start + "Cookie: casewell=" + long64 + "\r\n" + END), 400, 413, 431);
    refused(RawLine.say(port, "GET /" + long64 + " HTTP/1.1\r\n" + END), 400, 414);
    var many =
        IntStream.range(0, 5_000).mapToObj(i -> "X-" + i + ": y\r\n").collect(Collectors.joining());
    refused(RawLine.say(port, start + many + END), 400, 413, 431);
    stillServes();
  }

  @Test
  void standsTenThousandParametersAndAHundredThousandFields() {
    var visitor = Probe.visitor(port);
    var query =
        IntStream.range(0, 1_500).mapToObj(i -> "a" + i + "=b").collect(Collectors.joining("&"));
    calm(visitor.get("/?" + query).statusCode());
    var line = "GET /?" + "a=b&".repeat(10_000) + " HTTP/1.1\r\nHost: localhost\r\n" + END;
    refused(RawLine.say(port, line), 400, 414);
    for (var form : List.of("a=b&".repeat(100_000), "a=" + "b".repeat(10_000_000))) {
      calm(visitor.post("/sign-out", form).statusCode());
    }
    stillServes();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/needs", "/api/v1/advice"})
  void standsJsonADeepAsALake(String path) {
    var owner = Probe.program("firm-owner", port);
    var deep = "{\"text\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    var wide = "{\"text\":\"" + "x".repeat(10_000_000) + "\"}";
    var keys =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "\"k" + i + "\":1")
            .collect(Collectors.joining(","));
    var numbers = "{\"hours\":{\"T01\":" + "9".repeat(5_000) + "},\"seats\":1e999999999}";
    var broken = List.of("", "{", "null", "[]", "7", "\"x\"", "\u0000", "{\"a\":\"\\ud800\"}");
    var bodies = new ArrayList<>(List.of(deep, wide, "{" + keys + "}", numbers));
    bodies.addAll(broken);
    for (var body : bodies) {
      var answer =
          owner.send("POST", path, body, "Content-Type", "application/json", "Accept", "*/*");
      assertThat(answer.statusCode()).as("%.40s: %s", body, answer.body()).isIn(400, 404, 413, 422);
      quiet(answer.body());
    }
    stillServes();
  }

  @Test
  void doesNotUnpackABomb() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      var spaces = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 50; i++) {
        out.write(spaces);
      }
    }
    for (var path : List.of("/sign-out", "/api/v1/needs", "/api/v1/advice")) {
      var type = path.startsWith("/api") ? "Content-Type: application/json\r\n" : FORM;
      var head =
          "POST "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\n"
              + bearer()
              + type
              + "Content-Encoding: gzip\r\nContent-Length: "
              + packed.size()
              + "\r\n"
              + END;
      var answer = RawLine.say(port, head, packed.toByteArray(), packed.size());
      refused(answer, 400, 401, 403, 404, 413, 415, 422);
    }
  }

  @Test
  void standsTenThousandParts() {
    var parts =
        IntStream.range(0, 10_000)
            .mapToObj(
                i -> "--b\r\nContent-Disposition: form-data; name=\"a" + i + "\"\r\n\r\nx\r\n")
            .collect(Collectors.joining());
    var visitor = Probe.visitor(port);
    var answer =
        visitor.send(
            "POST",
            "/sign-out",
            parts + "--b--",
            "Content-Type",
            "multipart/form-data; boundary=b");
    calm(answer.statusCode());
    quiet(answer.body());
  }

  // misspelt -------------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//admin",
        "/admin/.",
        "/./home",
        "/home/..",
        "/home/../tokens",
        "/home;jsessionid=1",
        "/;/home",
        "/%2e%2e/home",
        "/%2e/home",
        "/..%2fhome",
        "/%252e%252e/home",
        "/home%2f",
        "/home%00",
        "/home%0d%0aX-A:b",
        "/home%5c",
        "/\\home",
        "/home/",
        "/HOME",
        "/%68ome",
        "/home%20",
        "/home.",
        "/home%ff",
        "/%zz",
        "/%",
        "/home?%zz=%zz",
        "/?a=%ff%fe",
        "/?%00=%00"
      })
  void keepsItsDoorsUnderEverySpelling(String path) {
    for (var more : List.of("", "HX-Request: true\r\n", "Accept: application/json\r\n")) {
      var answer =
          RawLine.say(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + END);
      assertThat(RawLine.status(answer))
          .as(path + "\n" + answer)
          .isIn(200, 302, 400, 401, 404, 406);
      if (RawLine.status(answer) == 200) {
        assertThat(path).as("a page under an odd address").startsWith("/?");
      }
      quiet(answer);
      assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("\r\nx-a:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG", "GETT", "get"})
  void takesOnlyMethodsItKnows(String method) {
    var answer =
        RawLine.say(port, method + " /home HTTP/1.1\r\nHost: localhost\r\nX-Echo: me\r\n" + END);
    refused(answer, 400, 405, 501);
    assertThat(answer).doesNotContain("X-Echo");
  }

  @Test
  void takesTheMethodFromTheRequestLineOnly() {
    var owner = Probe.as("firm-owner", port);
    for (var name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      assertThat(owner.get("/firm", name, "DELETE").statusCode()).isEqualTo(200);
      assertThat(owner.get("/sign-out", name, "POST").statusCode()).isIn(404, 405);
    }
    owner.get("/sign-out?_method=POST");
    assertThat(owner.get("/home").statusCode()).as("still signed in").isEqualTo(200);
  }

  @Test
  void followsNoForeignHost() {
    for (var lie :
        List.of(
            "Host: evil.example\r\n",
            "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n",
            "Host: localhost\r\nForwarded: host=evil.example;proto=https\r\n",
            "Host: localhost\r\nX-Original-URL: /admin\r\nX-Rewrite-URL: //evil.example\r\n",
            "Host: localhost\r\nX-Forwarded-Prefix: //evil.example\r\n")) {
      for (var path :
          List.of("/home", "/sandbox/sign-in/firm-owner", "/", "/sign-in", "/nothing")) {
        var answer = RawLine.say(port, "GET " + path + " HTTP/1.1\r\n" + lie + END);
        assertThat(RawLine.status(answer)).as(answer).isBetween(200, 499);
        assertThat(answer).as(lie + path).doesNotContain("evil.example");
      }
    }
  }

  @Test
  void countsTheSameParameterOnce() {
    var answer = Probe.as("firm-owner", port).get("/sign-in?next=%2Fhome&next=%2F%2Fevil.example");
    assertThat(answer.body()).doesNotContain("evil.example");
  }

  // forged ---------------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/env",
        "/actuator/heapdump",
        "/health",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
        "/webjars/swagger-ui/index.html",
        "/.git",
        "/.git/config",
        "/.env",
        "/h2",
        "/h2-console",
        "/error",
        "/login",
        "/logout",
        "/casewell.css",
        "/casewell.js",
        "/logo.svg",
        "/static/casewell.js",
        "/application.yaml",
        "/db/roles.sql",
        "/META-INF/MANIFEST.MF",
        "/assets/",
        "/assets/..%2fapplication.yaml",
        "/assets/casewell.js.map",
        "/favicon.ico",
        "/crossdomain.xml",
        "/server-status"
      })
  void showsNothingOfItsInside(String path) {
    for (var who : List.of(Probe.nobody(port), Probe.as("admin", port))) {
      var answer = who.get(path);
      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      quiet(answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "a/b/c",
        "text/html;q=z",
        "*",
        "image/png",
        "application/x-java",
        ";;;"
      })
  void staysQuietUnderAnOddAccept(String accept) {
    for (var path : List.of("/", "/nothing", "/api/v1/needs", "/sign-in", "/robots.txt")) {
      var answer = Probe.program("firm-owner", port).get(path, "Accept", accept);
      calm(answer.statusCode());
      quiet(answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a/b/c", "text/html;charset=nonsense", "multipart/form-data"})
  void staysQuietUnderAnOddContentType(String type) {
    for (var path : List.of("/sign-out", "/tokens", "/api/v1/needs", "/api/v1/staff/import")) {
      var who = path.startsWith("/api") ? Probe.program("firm-owner", port) : Probe.visitor(port);
      var answer = who.send("POST", path, "x", "Content-Type", type);
      calm(answer.statusCode());
      quiet(answer.body());
    }
  }

  /** Every read there is, with what an attacker types into every field (E12). */
  @Test
  void readsNoQueryAsAProgram() {
    var owner = Probe.as("firm-owner", port);
    var program = Probe.program("firm-owner", port);
    var names =
        "q sort order page size limit cursor next filter state role from to id name".split(" ");
    var junk =
        List.of(
            "'",
            "\"",
            "id;drop table need",
            "1 or 1=1",
            "%",
            "_",
            "\\",
            "a & | ! (",
            "(((((",
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "NaN",
            "$..*",
            "{}",
            "[]",
            "a".repeat(3000),
            "(a+)+$",
            "\u0000",
            "\ud83d\ude00",
            "<script>",
            "../../etc/passwd",
            "null",
            "\u202e");
    handlers
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (method.getBeanType().getName().startsWith("io.casewell.")
              && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            for (var pattern : info.getPatternsCondition().getPatterns()) {
              var path = pattern.getPatternString();
              for (var value : junk) {
                var text = URLEncoder.encode(value, StandardCharsets.UTF_8);
                var query =
                    java.util.Arrays.stream(names)
                        .map(name -> name + "=" + text)
                        .collect(Collectors.joining("&"));
                var short20 = query.length() > 12_000 ? "q=" + text : query;
                var at = path.replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
                var who = path.startsWith("/api/") ? program : owner;
                var answer = who.get(at + "?" + short20);
                assertThat(answer.statusCode())
                    .as("%s with %.30s", path, value)
                    .isBetween(200, 499);
                quiet(answer.body());
              }
            }
          }
        });
  }

  private String bearer() {
    var token = Probe.program("firm-owner", port).get("/").request().headers();
    return "Authorization: " + token.firstValue("Authorization").orElse("") + "\r\n";
  }

  private void stillServes() {
    assertThat(Probe.nobody(port).get("/").statusCode()).isEqualTo(200);
  }

  private static void refused(String answer, Integer... statuses) {
    assertThat(RawLine.status(answer)).as("%.600s", answer).isIn((Object[]) statuses);
    quiet(answer);
  }

  private static void calm(int status) {
    assertThat(status).isBetween(200, 499);
  }

  private static void quiet(String body) {
    assertThat(body)
        .doesNotContain(
            "Exception",
            "\tat ",
            "java.lang.",
            "org.springframework",
            "io.r2dbc",
            "SQLSTATE",
            "bad SQL",
            "syntax error",
            "Netty",
            "Whitelabel")
        .doesNotContainPattern("select [a-z_.*, ]+ from ");
  }
}
