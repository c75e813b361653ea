package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.Browserless;
import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CasewellTest
class SupportPagesTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;

  private Somebody somebody() {
    return Somebody.of(Somebody.record(), importStaff, worker, port);
  }

  private static String ask(Somebody somebody, String text, String key) {
    var answer =
        somebody.browser().post("/help", "text", text, "from", "/hours?q=secret", "key", key);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.uri().getPath();
  }

  @Test
  void carriesThePageAndTheHatFromEveryPage() {
    var somebody = somebody();
    var link = somebody.browser().page("/hours").select("footer a[href^=/help]").attr("href");
    assertThat(link).isEqualTo("/help?from=%2Fhours");
    assertThat(somebody.browser().page(link).select("[name=from]").val()).isEqualTo("/hours");
  }

  @Test
  void isAskedAnsweredAndReadInTheApplication() {
    var somebody = somebody();
    var path = ask(somebody, "My Monday does not show.\nIt was there.", "k1");
    var admin = Browserless.as("admin", port);
    var desk = admin.page("/operations/support?q=Somebody&state=open");
    assertThat(desk.select("tbody").text()).contains("My Monday does not show.", "Professional");
    var id = path.substring("/help/".length());
    var thread = admin.page("/operations/support/" + id);
    assertThat(thread.text()).contains("/hours").doesNotContain("secret");
    assertThat(admin.post("/operations/support/" + id + "/answers", "text", "").statusCode())
        .isEqualTo(422);
    assertThat(
            admin
                .post("/operations/support/" + id + "/answers", "text", "<b>It</b> is back.")
                .statusCode())
        .isEqualTo(200);
    var read = somebody.browser().page(path);
    assertThat(read.select(".cw-said-house").text()).contains("<b>It</b> is back.");
    assertThat(read.text()).contains("Answered");
    somebody.browser().post(path + "/messages", "text", "Thank you, it is.");
    assertThat(admin.page("/operations/support/" + id).text()).contains("Waits for an answer");
    assertThat(admin.post("/operations/support/" + id + "/closure").statusCode()).isEqualTo(200);
    assertThat(admin.post("/operations/support/" + id + "/closure").statusCode()).isEqualTo(409);
  }

  @Test
  void isSentOnceWhateverThePersonPresses() {
    var somebody = somebody();
    var first = ask(somebody, "Once, please.", "the-key");
    assertThat(ask(somebody, "Once, please.", "the-key")).isEqualTo(first);
    assertThat(
            somebody
                .browser()
                .post("/help", "text", "Something else.", "from", "/", "key", "the-key")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void showsNobodyElseWhatWasAsked() {
    var path = ask(somebody(), "Mine alone.", "k");
    var other = somebody();
    assertThat(other.browser().get(path).statusCode()).isEqualTo(404);
    assertThat(other.browser().post(path + "/messages", "text", "I butt in.").statusCode())
        .isEqualTo(404);
    assertThat(Browserless.as("firm-owner", port).get(path).statusCode()).isEqualTo(404);
    assertThat(Browserless.as("admin", port).get(path).statusCode())
        .as("operations answer at their own desk")
        .isEqualTo(404);
    assertThat(
            Browserless.as("sales-rep", port)
                .get("/operations/support/" + path.substring(6))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void takesAVisitorsQuestionWithAnAddress() {
    var visitor = new Browserless(port);
    var wrong = visitor.post("/help", "text", "Hello?", "name", "", "email", "nowhere");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(wrong.body()).select("[name=text]").text()).isEqualTo("Hello?");
    var name = "Visitor " + UUID.randomUUID();
    var right = visitor.post("/help", "text", "Hello?", "name", name, "email", "v@example.com");
    assertThat(right.statusCode()).isEqualTo(200);
    assertThat(
            Browserless.as("admin", port)
                .page("/operations/support?q=" + name.replace(" ", "%20"))
                .select("tbody")
                .text())
        .contains("Hello?", "Visitor");
  }
}
