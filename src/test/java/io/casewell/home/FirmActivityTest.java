package io.casewell.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Worker;
import java.util.List;
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
    second.browser().post(removal);
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
