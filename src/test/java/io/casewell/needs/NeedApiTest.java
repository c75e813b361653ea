package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@CasewellTest
class NeedApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort int port;
  private String owner = "";
  private String rival = "";

  @BeforeEach
  void takeTokens() {
    owner = token("firm-owner");
    rival = token("rival-owner");
  }

  private String token(String persona) {
    var answer = send("POST", "/sandbox/personas/" + persona + "/token", "", "");
    return JSON.readTree(answer.body()).path("token").stringValue();
  }

  static ObjectNode body(String title) {
    ObjectNode body = (ObjectNode) JSON.readTree(NeedInputTest.WHOLE);
    body.put("title", title);
    body.put(
        "startDate", java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(10).toString());
    return body;
  }

  private HttpResponse<String> send(
      String method, String path, String token, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private JsonNode posted(String title) {
    var answer = send("POST", "/api/v1/needs", owner, body(title).toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  @Test
  void postsANeedAndReadsItAgain() {
    var answer = send("POST", "/api/v1/needs", owner, body("Posted by API").toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var need = JSON.readTree(answer.body());
    assertThat(need.path("state").stringValue()).isEqualTo("open");
    assertThat(need.path("title").stringValue()).isEqualTo("Posted by API");
    assertThat(need.path("window").path("end").stringValue()).isEqualTo("17:00");
    assertThat(need.path("parties").get(0).stringValue()).isEqualTo("Acme Corp.");
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).isEqualTo("/api/v1/needs/" + need.path("id").stringValue());
    assertThat(JSON.readTree(send("GET", location, owner, "").body())).isEqualTo(need);
  }

  @Test
  void ignoresFieldsThatAreNotAskedFor() {
    var body = body("Mass assignment");
    body.put("id", "00000000-0000-7000-8000-000000000001")
        .put("firm", "00000000-0000-7000-8000-000000000002")
        .put("state", "closed")
        .put("version", 99)
        .put("createdAt", "1999-01-01T00:00:00Z")
        .put("closedReason", "x");
    var need = JSON.readTree(send("POST", "/api/v1/needs", owner, body.toString()).body());
    assertThat(need.path("id").stringValue()).isNotEqualTo("00000000-0000-7000-8000-000000000001");
    assertThat(need.path("state").stringValue()).isEqualTo("open");
    assertThat(need.path("version").longValue()).isEqualTo(1);
    assertThat(need.path("createdAt").stringValue()).doesNotStartWith("1999");
    assertThat(need.has("closedReason")).isFalse();
    assertThat(need.has("firm")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"title\":}",
        "[1,",
        "nope",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{} {}"
      })
  void answers400ToWhatIsNoJson(String body) {
    var answer = send("POST", "/api/v1/needs", owner, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void answers400ToNestingWithoutEnd() {
    var deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(send("POST", "/api/v1/needs", owner, deep).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"x\"", "null", "true"})
  void answers422ToJsonThatIsNoObject(String body) {
    var answer = send("POST", "/api/v1/needs", owner, body);
    assertThat(answer.statusCode()).isEqualTo(422);
    var errors = JSON.readTree(answer.body()).path("errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).path("field").stringValue()).isEqualTo("body");
    assertThat(errors.get(0).path("message").stringValue()).contains("Send a JSON object");
  }

  @Test
  void saysWhereABodyBreaks() {
    var answer = send("POST", "/api/v1/needs", owner, "{\"title\":\n}");
    var problem = JSON.readTree(answer.body());
    assertThat(problem.path("detail").stringValue()).contains("well-formed JSON", "line 2");
    assertThat(problem.path("errors").get(0).path("field").stringValue()).isEqualTo("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "101", "x", "1.5"})
  void refusesALimitThatIsNone(String limit) {
    var answer = send("GET", "/api/v1/needs?limit=" + limit, owner, "");
    assertThat(answer.statusCode()).as(limit).isEqualTo(422);
    assertThat(answer.body()).contains("\"limit\"");
    var id = JSON.readTree(send("POST", "/api/v1/needs", owner, body("Limits").toString()).body());
    var matches = "/api/v1/needs/" + id.path("id").stringValue() + "/matches?limit=";
    // 101 is a good limit of matches
    if (!limit.equals("101")) {
      assertThat(send("GET", matches + limit, owner, "").statusCode()).as(limit).isEqualTo(422);
    }
  }

  @Test
  void namesEveryWrongFieldInTheProblem() {
    var body = body("x");
    body.put("hoursPerWeek", 0);
    ((ObjectNode) body.path("mustSkills").get(0)).put("minLevel", 9);
    ((ObjectNode) body.path("window")).put("start", "09:10");
    var answer = send("POST", "/api/v1/needs", owner, body.toString());
    assertThat(answer.statusCode()).isEqualTo(422);
    var fields = new ArrayList<String>();
    JSON.readTree(answer.body())
        .path("errors")
        .forEach(error -> fields.add(error.path("field").stringValue()));
    assertThat(fields).containsExactly("hoursPerWeek", "mustSkills[0].minLevel", "window.start");
  }

  @Test
  void hidesANeedFromOtherFirms() {
    var id = posted("Hidden").path("id").stringValue();
    var path = "/api/v1/needs/" + id;
    assertThat(send("GET", path, rival, "").statusCode()).isEqualTo(404);
    for (var move : List.of("/pause", "/publication", "/copy")) {
      assertThat(send("POST", path + move, rival, "").statusCode()).as(move).isEqualTo(404);
    }
    assertThat(send("POST", path + "/closure", rival, "{\"reason\":\"x\"}").statusCode())
        .isEqualTo(404);
    assertThat(send("GET", "/api/v1/needs?limit=100", rival, "").body()).doesNotContain(id);
    assertThat(JSON.readTree(send("GET", path, owner, "").body()).path("version").longValue())
        .isEqualTo(1);
  }

  @Test
  void answersAForeignNeedAsOneThatDoesNotExist() {
    var foreign = posted("No oracle").path("id").stringValue();
    var missing = NeedId.next().toString();
    var one = send("GET", "/api/v1/needs/" + foreign, rival, "");
    var other = send("GET", "/api/v1/needs/" + missing, rival, "");
    assertThat(one.statusCode()).isEqualTo(other.statusCode());
    assertThat(one.body().replace(foreign, "ID")).isEqualTo(other.body().replace(missing, "ID"));
  }

  @ParameterizedTest
  @CsvSource({
    "supervising-attorney, 403, 200",
    "billing, 403, 200",
    "hiring-manager, 422, 200",
    "admin, 404, 404",
    "sales-rep, 404, 404"
  })
  void letsOnlyTheFirmsHiringPeopleWrite(String persona, int write, int read) {
    var token = token(persona);
    assertThat(send("POST", "/api/v1/needs", token, "{}").statusCode()).isEqualTo(write);
    assertThat(send("GET", "/api/v1/needs", token, "").statusCode()).isEqualTo(read);
  }

  @Test
  void wantsAToken() {
    assertThat(send("GET", "/api/v1/needs", "", "").statusCode()).isEqualTo(401);
    assertThat(send("POST", "/api/v1/needs", "nonsense", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void movesThroughItsLife() {
    var path = "/api/v1/needs/" + posted("A life").path("id").stringValue();
    assertThat(send("POST", path + "/publication", owner, "").statusCode()).isEqualTo(409);
    assertThat(state(send("POST", path + "/pause", owner, ""))).isEqualTo("paused");
    var again = send("POST", path + "/pause", owner, "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(again.body()).path("detail").stringValue())
        .isEqualTo("This need is already paused.");
    assertThat(state(send("POST", path + "/publication", owner, ""))).isEqualTo("open");
    assertThat(send("POST", path + "/closure", owner, "{}").statusCode()).isEqualTo(422);
    assertThat(send("POST", path + "/closure", owner, "{\"reason\":7}").statusCode())
        .isEqualTo(422);
    assertThat(state(send("POST", path + "/closure", owner, "{\"reason\":\"Hired.\"}")))
        .isEqualTo("closed");
    assertThat(send("POST", path + "/publication", owner, "").statusCode()).isEqualTo(409);
    var whole = JSON.readTree(send("GET", path, owner, "").body());
    assertThat(whole.path("version").longValue()).isEqualTo(4);
    assertThat(whole.path("closedReason").stringValue()).isEqualTo("Hired.");
  }

  private static String state(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("state").stringValue();
  }

  @Test
  void copiesANeedAsADraft() {
    var need = posted("Original");
    var path = "/api/v1/needs/" + need.path("id").stringValue() + "/copy";
    var answer = send("POST", path, owner, "", "Idempotency-Key", "copy-" + NeedId.next());
    assertThat(answer.statusCode()).isEqualTo(201);
    var copy = JSON.readTree(answer.body());
    assertThat(copy.path("state").stringValue()).isEqualTo("draft");
    assertThat(copy.path("title").stringValue()).isEqualTo("Copy of Original");
    assertThat(copy.path("parties")).isEqualTo(need.path("parties"));
    assertThat(copy.path("mustSkills")).isEqualTo(need.path("mustSkills"));
  }

  @Test
  void doesOnceWhatIsAskedFiftyTimesUnderOneKey() {
    var key = "k-" + NeedId.next();
    var title = "Once " + key;
    var body = body(title).toString();
    var ids = new HashSet<String>();
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
      for (int i = 0; i < 50; i++) {
        asked.add(
            many.submit(() -> send("POST", "/api/v1/needs", owner, body, "Idempotency-Key", key)));
      }
      for (var one : asked) {
        var answer = one.get();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        ids.add(JSON.readTree(answer.body()).path("id").stringValue());
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    }
    assertThat(ids).hasSize(1);
    assertThat(titles()).containsOnlyOnce(title);
    var other =
        send("POST", "/api/v1/needs", owner, body("Else").toString(), "Idempotency-Key", key);
    assertThat(other.statusCode()).isEqualTo(422);
    var elsewhere = send("POST", "/api/v1/needs", rival, body, "Idempotency-Key", key);
    assertThat(elsewhere.statusCode()).isEqualTo(201);
  }

  private List<String> titles() {
    var titles = new ArrayList<String>();
    var cursor = "";
    do {
      var page = JSON.readTree(send("GET", "/api/v1/needs?limit=7" + cursor, owner, "").body());
      page.path("items").forEach(need -> titles.add(need.path("title").stringValue()));
      cursor =
          page.path("nextCursor").isNull()
              ? ""
              : "&cursor=" + page.path("nextCursor").stringValue();
    } while (!cursor.isEmpty());
    return titles;
  }

  @Test
  void listsNewestFirstPageByPageWithoutGapsOrRepeats() {
    var run = "List " + NeedId.next();
    for (int i = 0; i < 15; i++) {
      posted(run + " " + i);
    }
    var mine = titles().stream().filter(title -> title.startsWith(run)).toList();
    var wanted = new ArrayList<String>();
    for (int i = 14; i >= 0; i--) {
      wanted.add(run + " " + i);
    }
    assertThat(mine).isEqualTo(wanted);
  }

  @Test
  void filtersByState() {
    var id = posted("To be paused").path("id").stringValue();
    send("POST", "/api/v1/needs/" + id + "/pause", owner, "");
    var page = JSON.readTree(send("GET", "/api/v1/needs?state=paused&limit=100", owner, "").body());
    var states = new HashSet<String>();
    page.path("items").forEach(need -> states.add(need.path("state").stringValue()));
    assertThat(states).containsExactly("paused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=1e2",
        "limit=ten",
        "limit=1;drop",
        "limit=%27",
        "state=OPEN",
        "state=%27%20or%201%3D1",
        "cursor=1",
        "cursor=%00",
        "cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "cursor=__________________________________",
        "cursor=________________________________",
        "cursor=%27%3Bdrop%20table%20need"
      })
  void refusesJunkInTheList(String query) {
    var answer = send("GET", "/api/v1/needs?" + query, owner, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
  }

  @Test
  void neverFailsOnAMadeUpCursor() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      var bytes = new byte[24];
      random.nextBytes(bytes);
      var cursor = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      var answer = send("GET", "/api/v1/needs?cursor=" + cursor, owner, "");
      assertThat(answer.statusCode()).as("seed %d: %s", seed, cursor).isIn(200, 422);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "00000000", "%27", "..%2f", "null", "0190a1b2-0000-7000-8000-00000000000g"})
  void answers404ToIdsThatAreNone(String id) {
    assertThat(send("GET", "/api/v1/needs/" + id, owner, "").statusCode()).isIn(400, 404);
  }

  @Test
  void takesAnyScriptAndKeepsItInNfc() {
    var need = posted("Zoe\u0308 \u202Eabc\u202C 👩‍⚖️ İstanbul 𝕳");
    assertThat(need.path("title").stringValue()).startsWith("Zoë \u202Eabc");
  }

  @Test
  void answers415ToOtherContent() {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/needs"))
            .header("Content-Type", "text/plain")
            .header("Authorization", "Bearer " + owner)
            .POST(HttpRequest.BodyPublishers.ofString(body("x").toString()))
            .build();
    try {
      assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(415);
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
