package io.casewell.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CasewellTest
class AdvisorPageTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  private HttpResponse<String> advice(String body) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/advice"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private HttpResponse<String> list(String path) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  @Test
  void answersAProgramWithoutAToken() throws Exception {
    var answer = advice("{\"hours\":{\"T01\":14},\"text\":\"cite-checking, no billing\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    var advice = json(answer);
    assertThat(advice.get("role").asString()).isEqualTo("paralegal");
    assertThat(advice.get("paralegalHours").asInt()).isEqualTo(14);
    assertThat(advice.get("caseManagerHours").asInt()).isZero();
    assertThat(advice.get("paralegalShare").decimalValue()).isEqualByComparingTo("0.97");
    assertThat(advice.get("reasons")).isNotEmpty();
    assertThat(advice.get("phrases").get(0).asString()).isEqualTo("cite-checking");
    assertThat(advice.get("phrases")).hasSize(1);
    assertThat(advice.get("change").asString()).contains("more a week of");
  }

  @Test
  void answersATextWithoutHours() throws Exception {
    var advice = json(advice("{\"text\":\"client intake and phones\"}"));
    assertThat(advice.get("role").asString()).isEqualTo("case_manager");
    assertThat(advice.get("paralegalHours").isNull()).isTrue();
    assertThat(advice.get("weeklyCost").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"hours":{"T15":3}} | hours.T15
          {"hours":{"T01":-1}} | hours.T01
          {"hours":{"T01":61}} | hours.T01
          {"hours":{"T01":1e400}} | hours.T01
          {"hours":{"T01":NaN}} | hours.T01
          {"hours":{"T01":"14"}} | hours.T01
          {"hours":{"T01":null}} | hours.T01
          {"hours":{"T01":[1]}} | hours.T01
          {"hours":[1,2]} | hours
          {"hours":{}} | hours
          {} | hours
          {"text":"   "} | hours
          {"text":5} | text
          [] | body
          null | body
          {"text":"Legal research, -5 hours a week"} | text
          {"text":"Legal research, 500 hours a week"} | text
          {"hours":{"T01":14},"text":"negative five hours of intake"} | text
          """)
  void refusesAtTheField(String body, String field) throws Exception {
    var answer = advice(body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "{\"text\":\"a\"} {}"})
  void refusesWhatIsNoJson(String body) throws Exception {
    var answer = advice(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo("body");
    assertThat(json(answer).get("detail").asString()).startsWith("The body is ");
  }

  @Test
  void refusesATextTooLongAndToleratesOneJustLongEnough() throws Exception {
    assertThat(advice("{\"text\":\"" + "x".repeat(20_001) + "\"}").statusCode()).isEqualTo(422);
    assertThat(advice("{\"text\":\"" + "intake ".repeat(2_800) + "\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersAPlainForm() {
    var browser = new Browserless(port);
    var page =
        Jsoup.parse(
            browser
                .post("/advisor", "text", "<b>Legal research</b>, no billing", "hours.T12", "")
                .body());
    assertThat(page.select("#answer h2").text()).isEqualTo("A virtual paralegal");
    assertThat(page.select("#answer mark").eachText()).contains("Legal research");
    assertThat(page.select("#answer s").eachText()).contains("billing");
    assertThat(page.select("#answer b")).as("text shown as it is, not as HTML").isEmpty();
    assertThat(page.select("textarea[name=text]").text()).contains("<b>Legal research</b>");
    assertThat(page.select("#answer a.btn-primary").attr("href"))
        .startsWith("/needs/new?role=paralegal&text=");
  }

  @Test
  void answersLiveWithTheAnswerAlone() {
    var browser = new Browserless(port);
    var answer =
        browser.post(
            "/advisor",
            List.of("hours.T01", "10", "hours.T12", "10"),
            browser.token(),
            new String[] {"HX-Request", "true"});
    assertThat(answer.body()).doesNotContain("<html").contains("Both: a paralegal");
    assertThat(answer.body()).contains("10 hours a week");
  }

  @Test
  void saysWhatIsWrongAtTheFieldAndKeepsWhatWasTyped() {
    var browser = new Browserless(port);
    var answer = browser.post("/advisor", "hours.T01", "-3", "hours.T02", "much", "text", "hello");
    assertThat(answer.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#f-hours\\.T01-error").text()).contains("negative");
    assertThat(page.select("#f-hours\\.T02-error").text()).contains("7.5");
    assertThat(page.select("textarea").text()).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/advisor",
        "/guide",
        "/about",
        "/catalogue",
        "/catalogue?q=shepards",
        "/catalogue?shelf=skills&group=trial",
        "/catalogue?shelf=x&group=y"
      })
  void showsThePublicPages(String path) {
    var answer = new Browserless(port).get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.text()).doesNotContain("null").doesNotContain("case_manager");
  }

  @Test
  void creditsONet() {
    assertThat(new Browserless(port).page("/about").text())
        .contains("O*NET 29.2 Database")
        .contains("CC BY 4.0")
        .contains("modified");
  }

  @Test
  void findsASkillByItsSynonymForThePickers() throws Exception {
    var items = json(list("/api/v1/catalogue/skills?q=keycite")).get("items");
    assertThat(items.get(0).get("slug").asString()).isEqualTo("cite-checking");
    assertThat(items.get(0).get("via").asString()).isEqualTo("KeyCite");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skills",
        "software",
        "credentials",
        "languages",
        "practice-areas",
        "jurisdictions"
      })
  void listsEveryKind(String kind) throws Exception {
    assertThat(json(list("/api/v1/catalogue/" + kind + "?q=c")).get("items")).isNotEmpty();
    assertThat(list("/api/v1/catalogue/" + kind + "?limit=1000000").statusCode()).isEqualTo(422);
  }
}
