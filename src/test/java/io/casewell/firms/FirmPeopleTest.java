package io.casewell.firms;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.FirmPerson;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What owners may do with the people of their firm, and what nobody may. */
@CasewellTest
class FirmPeopleTest {
  @LocalServerPort int port;
  @Autowired Worker worker;

  private FirmPerson owner() {
    return FirmPerson.founding("People & Co", worker, port);
  }

  private FirmPerson colleague(FirmPerson owner, String role) {
    return FirmPerson.in(owner.firm(), List.of(role), worker, port);
  }

  private static String at(FirmPerson person) {
    return "/firm/people/" + person.account();
  }

  @Test
  void changesWhatSomebodyMayDoFromTheirNextClick() {
    var owner = owner();
    var other = colleague(owner, "billing");
    assertThat(other.browser().get("/needs/new").statusCode()).isEqualTo(403);
    owner
        .browser()
        .post(at(other) + "/roles", "roles", "hiring_manager", "roles", "billing", "firmId", "x");
    assertThat(other.browser().get("/needs/new").statusCode()).isEqualTo(200);
    assertThat(owner.browser().post(at(other) + "/roles", "roles", "emperor").statusCode())
        .isEqualTo(422);
    assertThat(owner.browser().post(at(other) + "/roles").statusCode()).isEqualTo(422);
  }

  @Test
  void takesSomebodyOutAtOnceAndBackWithinMoments() {
    var owner = owner();
    var other = colleague(owner, "hiring_manager");
    var page = owner.browser().post(at(other) + "/removal");
    assertThat(page.body()).contains("is no longer in the firm").contains("Undo");
    assertThat(other.browser().get("/needs").statusCode()).isEqualTo(404);
    assertThat(owner.browser().post(at(other) + "/return").statusCode()).isEqualTo(200);
    assertThat(other.browser().get("/needs").statusCode()).isEqualTo(200);
    assertThat(owner.browser().post(at(other) + "/return").statusCode()).isEqualTo(409);
  }

  @Test
  void refusesToUndoOnceTheMomentsArePast() {
    var owner = owner();
    var other = colleague(owner, "billing");
    owner.browser().post(at(other) + "/removal");
    worker
        .db()
        .sql("update removed_member set at = now() - interval '1 minute' where firm = :firm")
        .bind("firm", owner.firm().value())
        .then()
        .block();
    assertThat(owner.browser().post(at(other) + "/return").statusCode()).isEqualTo(409);
    assertThat(other.browser().get("/needs").statusCode()).isEqualTo(404);
  }

  @Test
  void neverLetsTheLastOwnerGo() {
    var owner = owner();
    assertThat(owner.browser().post(at(owner) + "/removal").statusCode()).isEqualTo(409);
    assertThat(owner.browser().post(at(owner) + "/roles", "roles", "billing").statusCode())
        .isEqualTo(409);
    var second = colleague(owner, "owner");
    assertThat(owner.browser().post(at(owner) + "/removal").uri().getPath()).isEqualTo("/welcome");
    assertThat(second.browser().post(at(second) + "/removal").statusCode()).isEqualTo(409);
  }

  @Test
  void keepsOneOwnerWhenTwoTakeEachOtherOutAtOnce() {
    for (int round = 0; round < 5; round++) {
      var one = owner();
      var other = colleague(one, "owner");
      Stream.of(
              CompletableFuture.runAsync(() -> one.browser().post(at(other) + "/removal")),
              CompletableFuture.runAsync(() -> other.browser().post(at(one) + "/removal")))
          .toList()
          .forEach(CompletableFuture::join);
      var owners =
          worker
              .db()
              .sql("select count(*) from membership where firm = :firm and 'owner' = any(roles)")
              .bind("firm", one.firm().value())
              .mapValue(Long.class)
              .one()
              .block();
      assertThat(owners).isEqualTo(1);
    }
  }

  @Test
  void isTheOwnersAlone() {
    var owner = owner();
    var member = colleague(owner, "hiring_manager");
    var rival = FirmPerson.founding("Rivals", worker, port);
    for (var what : List.of("/removal", "/return", "/roles")) {
      assertThat(member.browser().post(at(owner) + what, "roles", "owner").statusCode())
          .as("a member's %s", what)
          .isEqualTo(403);
    }
    assertThat(member.browser().post(at(member) + "/roles", "roles", "owner").statusCode())
        .isEqualTo(403);
    assertThat(rival.browser().post(at(member) + "/removal").statusCode()).isEqualTo(404);
    assertThat(rival.browser().post(at(member) + "/roles", "roles", "owner").statusCode())
        .isEqualTo(404);
    assertThat(owner.browser().post("/firm/people/" + UUID.randomUUID() + "/removal").statusCode())
        .isEqualTo(404);
    assertThat(member.browser().get("/needs").statusCode()).isEqualTo(200);
  }

  @Test
  void writesEachChangeIntoTheTrailAndTellsOfIt() {
    var owner = owner();
    var other = colleague(owner, "billing");
    owner.browser().post(at(other) + "/roles", "roles", "owner");
    owner.browser().post(at(other) + "/removal");
    assertThat(
            worker
                .db()
                .sql("select what from audit_event where subject = :firm order by seq")
                .bind("firm", owner.firm().value())
                .mapValue(String.class)
                .all()
                .collectList()
                .block())
        .containsExactly("roles changed", "person removed");
    assertThat(
            worker
                .db()
                .sql("select type from outbox where aggregate = :firm order by version")
                .bind("firm", owner.firm().value())
                .mapValue(String.class)
                .all()
                .collectList()
                .block())
        .containsExactly("RolesChanged", "MemberRemoved");
  }
}
