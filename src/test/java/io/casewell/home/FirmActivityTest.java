package io.casewell.home;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A firm reads in words what its people did, by name while they are there. */
@CasewellTest
class FirmActivityTest {
  @LocalServerPort int port;
  @Autowired Worker worker;

  @Test
  void tellsStepsInWordsAndNamesWhoTookThem() {
    var owner = FirmPerson.founding("Told in words LLP", worker, port);
    var second = FirmPerson.in(owner.firm(), List.of("owner"), worker, port);
    second
        .browser()
        .post(
            "/firm/attorneys", "name", "Priya Raman", "jurisdiction", "CA", "barNumber", "301122");
    var removal =
        second.browser().page("/firm/attorneys").select("form[action$=/removal]").attr("action");
    var removed = Jsoup.parse(second.browser().post(removal).body());
    var undo = (FormElement) requireNonNull(removed.selectFirst("form[data-undo]"));
    assertThat(undo.attr("action")).isEqualTo("/firm/attorneys");
    var fields = undo.formData().stream().filter(field -> !field.key().equals("_csrf")).toList();
    second
        .browser()
        .post(
            undo.attr("action"),
            fields.stream()
                .flatMap(field -> Stream.of(field.key(), field.value()))
                .toArray(String[]::new));
    assertThat(second.browser().page("/firm/attorneys").text())
        .as("back as it was")
        .contains("Priya Raman", "301122");
    assertThat(second.browser().page("/firm/attorneys").select("form[data-undo]"))
        .as("offered once")
        .isEmpty();
    var there = owner.browser().page("/firm/activity").text();
    assertThat(there)
        .contains("Somebody of a firm added the supervising attorney Priya Raman")
        .contains("Somebody of a firm removed the supervising attorney Priya Raman")
        .doesNotContain("firm: ");
    owner.browser().post("/firm/people/" + second.account() + "/removal");
    assertThat(owner.browser().page("/firm/activity").text())
        .contains("Somebody of a firm took a colleague out of the firm")
        .contains("Somebody who has left added the supervising attorney Priya Raman");
  }
}
