package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@CasewellTest
class ApiDocsTest {
  @LocalServerPort int port;

  @Test
  void describesTheNeeds() {
    var answer = new Browserless(port).get("/api/openapi", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    var description = JsonMapper.builder().build().readTree(answer.body());
    var post = description.path("paths").path("/api/v1/needs").path("post");
    assertThat(post.path("responses").propertyNames()).contains("201", "400", "422");
    assertThat(post.path("requestBody").toString()).contains("NewNeed", "hoursPerWeek");
    var schemas = description.path("components").path("schemas");
    assertThat(schemas.path("NewNeed").path("properties").propertyNames())
        .contains("title", "mustSkills", "window", "parties");
    assertThat(schemas.path("NeedAnswer").path("properties").propertyNames())
        .contains("id", "state", "title", "window", "parties");
    assertThat(description.path("components").path("securitySchemes").toString())
        .contains("bearer");
    assertThat(answer.body()).doesNotContain("FirmMember", "/assets/", "/sandbox");
  }

  @Test
  void describesEveryRouteOfTheApi() throws java.io.IOException {
    var answer = new Browserless(port).get("/api/openapi", "Accept", "application/json");
    var paths = JsonMapper.builder().build().readTree(answer.body()).path("paths");
    var routes =
        new org.springframework.core.io.ClassPathResource("routes.txt")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    var lacking = new java.util.ArrayList<String>();
    routes
        .lines()
        .filter(line -> line.matches("[A-Z]+ +/api/v1/.*"))
        .map(line -> line.split("[ |]+"))
        .forEach(route -> {
          var described = paths.path(route[1]).path(route[0].toLowerCase(java.util.Locale.ROOT));
          var said = described.toString();
          boolean exemplified = said.contains("example") || said.contains("#/components/schemas/");
          if (described.path("summary").asString("").isEmpty() || !exemplified) {
            lacking.add(route[0] + " " + route[1]);
          }
        });
    assertThat(lacking).isEmpty();
    assertThat(paths.path("/api/v1/staff/import").toString())
        .contains("dryRun", "externalId", "committedElsewhereHours", "summary");
  }

  @Test
  void isBrowsableWithoutInlineScripts() {
    var browser = new Browserless(port);
    var answer = browser.get("/api/docs");
    assertThat(answer.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(answer.body(), answer.uri().toString());
    assertThat(page.select("script:not([src])")).isEmpty();
    assertThat(page.select("style")).isEmpty();
    assertThat(page.select("[style]")).isEmpty();
    for (var part : page.select("script[src], link[href]")) {
      var url = part.hasAttr("src") ? part.absUrl("src") : part.absUrl("href");
      assertThat(browser.get(url.replaceFirst("http://[^/]*", "")).statusCode())
          .as(url)
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v3/api-docs",
        "/v3/api-docs/swagger-config",
        "/v3/api-docs.yaml",
        "/swagger-ui",
        "/swagger-ui/",
        "/swagger-ui.html",
        "/swagger-ui/index.html",
        "/swagger-ui/swagger-initializer.js",
        "/webjars/swagger-ui/index.html"
      })
  void answers404OnTheDefaultPaths(String path) {
    assertThat(new Browserless(port).get(path).statusCode()).as(path).isEqualTo(404);
  }
}
