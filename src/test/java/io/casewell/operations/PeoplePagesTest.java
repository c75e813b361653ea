package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.platform.Worker;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class PeoplePagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private static String token(Browserless browser, String persona) {
    var answer =
        browser.send(
            browser
                .request("/sandbox/personas/" + persona + "/token")
                .setHeader("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    return answer.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> send(String token, String type, String query, String body) {
    var browser = new Browserless(port);
    return browser.send(
        browser
            .request("/api/v1/staff/import" + query)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void endsSessionsAtOnceWhenAnAccountIsDisabled() {
    var somebody = Somebody.of(Somebody.record(), importStaff, worker, port);
    var admin = Browserless.as("admin", port);
    assertThat(somebody.browser().get("/profile").statusCode()).isEqualTo(200);
    var path = "/operations/people/" + somebody.account();
    assertThat(admin.post(path + "/disablement", "reason", "").statusCode()).isEqualTo(422);
    assertThat(admin.post(path + "/disablement", "reason", "Left us").statusCode()).isEqualTo(200);
    assertThat(somebody.browser().get("/profile").uri().getPath()).isEqualTo("/sign-in");
    assertThat(admin.post(path + "/disablement", "reason", "Again").statusCode()).isEqualTo(409);
    assertThat(admin.post(path + "/enablement", "reason", "Came back").statusCode()).isEqualTo(200);
    assertThat(somebody.browser().get("/profile").uri().getPath())
        .as("an old session does not come back")
        .isEqualTo("/sign-in");
  }

  @Test
  void doesNotLetAnAdministratorLockThemselvesOut() {
    var admin = Browserless.as("admin", port);
    assertThat(
            admin
                .post(
                    "/operations/people/" + Somebody.OPERATIONS.account() + "/disablement",
                    "reason",
                    "Oops")
                .statusCode())
        .isEqualTo(409);
    assertThat(
            admin
                .post("/operations/people/" + UUID.randomUUID() + "/disablement", "reason", "x")
                .statusCode())
        .isEqualTo(404);
    assertThat(Browserless.as("finance", port).get("/operations/people").statusCode())
        .isEqualTo(403);
    assertThat(Browserless.as("firm-owner", port).get("/operations/people").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "%25", "_", "%3Cscript%3E", "a%27%20or%201%3D1%20--", "%5C"})
  void searchesLiterally(String typed) {
    var admin = Browserless.as("admin", port);
    var page = admin.get("/operations/people?q=" + typed + "&page=-1&state=x&page=2");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page.body()).select("tbody th")).isEmpty();
  }

  @Test
  void findsSomebodyByName() {
    var page = Browserless.as("admin", port).page("/operations/people?q=castellane");
    assertThat(page.select("tbody th").text()).contains("Helen Castellane");
    assertThat(page.select("tbody").text()).contains("Castellane Law Group");
  }

  @Test
  void reportsEachLineOfAnImport() {
    var token = token(new Browserless(port), "admin");
    var id = "api-" + UUID.randomUUID();
    var body = SampleLines.line(id) + "\r\n\r\nnonsense\n" + SampleLines.line(id + "b");
    var tried = send(token, "application/x-ndjson", "?dryRun=true", body);
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/x-ndjson");
    var lines = tried.body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst())
        .isEqualTo(
            "{\"line\":1,\"externalId\":\"" + id + "\",\"result\":\"created\",\"problems\":[]}");
    assertThat(lines.get(1)).contains("\"line\":3").contains("\"result\":\"rejected\"");
    assertThat(lines.getLast()).startsWith("{\"summary\":").contains("\"dryRun\":true");
    assertThat(send(token, "application/x-ndjson", "", body).body()).contains("\"created\":2");
    assertThat(send(token, "application/x-ndjson", "", body).body()).contains("\"unchanged\":2");
  }

  @Test
  void letsOnlyAnAdministratorImport() {
    var browser = new Browserless(port);
    assertThat(send("cw_nonsense", "application/x-ndjson", "", "{}").statusCode()).isEqualTo(401);
    assertThat(send(token(browser, "finance"), "application/x-ndjson", "", "{}").statusCode())
        .isEqualTo(403);
    assertThat(send(token(browser, "firm-owner"), "application/x-ndjson", "", "{}").statusCode())
        .isEqualTo(404);
    var admin = token(browser, "admin");
    assertThat(send(admin, "application/json", "", "{}").statusCode()).isEqualTo(415);
    assertThat(send(admin, "application/x-ndjson", "?dryRun=perhaps", "{}").statusCode())
        .isEqualTo(400);
    assertThat(send(admin, "application/x-ndjson", "", "").body()).startsWith("{\"summary\":");
  }

  @Test
  void importsPastedLinesAfterTryingThem() {
    var admin = Browserless.as("admin", port);
    var id = "page-" + UUID.randomUUID();
    var lines = SampleLines.line(id) + "\n{\"externalId\":\"<b>x</b>\"}";
    var tried = admin.post("/operations/imports", "lines", lines, "mode", "try");
    assertThat(tried.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(tried.body());
    assertThat(page.text()).contains("1 to create").contains("1 rejected");
    assertThat(page.select("tbody b")).isEmpty();
    assertThat(page.select("[name=lines]").val()).isEqualTo(lines);
    assertThat(admin.post("/operations/imports", "lines", lines, "mode", "write").body())
        .contains("1 created");
    assertThat(admin.post("/operations/imports", "lines", " ").statusCode()).isEqualTo(422);
    assertThat(Browserless.as("finance", port).get("/operations/imports").statusCode())
        .isEqualTo(403);
  }
}
