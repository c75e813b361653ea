package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.CasewellTest;
import io.casewell.catalogue.Catalogue;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@CasewellTest
class NeedsTest {
  @Autowired Needs needs;
  @Autowired PostNeed postNeed;
  @Autowired MoveNeed moveNeed;
  @Autowired ChangeNeed changeNeed;
  @Autowired Catalogue catalogue;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;
  @Autowired Worker worker;
  @Autowired JsonMapper json;

  private Caller.FirmMember owner = member(new FirmId(new UUID(0, 0)), new UUID(0, 0));
  private Caller.FirmMember rival = owner;

  private static Caller.FirmMember member(FirmId firm, UUID account) {
    return new Caller.FirmMember(firm, new AccountId(account), Set.of(FirmRole.OWNER));
  }

  private record Membership(UUID firm, UUID account) {}

  @BeforeEach
  void findPeople() {
    owner = memberOf("firm-owner");
    rival = memberOf("rival-owner");
  }

  private Caller.FirmMember memberOf(String persona) {
    var found =
        some(
            worker
                .db()
                .sql(
                    "select m.firm, m.account from membership m join account a on a.id = m.account"
                        + " where a.subject = :persona")
                .bind("persona", persona)
                .mapProperties(Membership.class)
                .first());
    return member(new FirmId(found.firm()), found.account());
  }

  private static <T> T some(Mono<T> mono) {
    var value = mono.block();
    if (value == null) {
      throw new AssertionError("nothing came");
    }
    return value;
  }

  private NeedInput input(String title) {
    var body = (ObjectNode) json.readTree(NeedInputTest.WHOLE);
    var today = LocalDate.now(ZoneOffset.UTC);
    body.put("title", title).put("startDate", today.toString());
    return NeedInput.read(body, catalogue, today, null);
  }

  private NeedId posted(String title) {
    return some(
        postNeed
            .post(List.of(input(title)), NeedState.OPEN, owner, "")
            .contextWrite(Tenancy.as(owner)));
  }

  @Test
  void keepsWhatWasPosted() {
    var id = posted("Kept");
    var need = some(needs.find(id, owner.firm()).contextWrite(Tenancy.as(owner)));
    assertThat(need.terms()).isEqualTo(input("Kept").terms());
    assertThat(some(needs.parties(id, owner.firm()).contextWrite(Tenancy.as(owner))))
        .containsExactly("Acme Corp.");
  }

  @Test
  void showsNothingToNobodyAndToTheWrongOne() {
    var id = posted("Hidden");
    var operator =
        new Caller.Operations(
            owner.account(), Set.of(OperationsRole.ADMIN, OperationsRole.FINANCE));
    for (var caller : List.of(new Caller.Visitor(), rival, operator)) {
      assertThat(needs.find(id, rival.firm()).contextWrite(Tenancy.as(caller)).block()).isNull();
      assertThat(some(needs.parties(id, owner.firm()).contextWrite(Tenancy.as(caller)))).isEmpty();
      var names =
          db.sql("select count(*) from need_parties where firm = :firm")
              .bind("firm", owner.firm().value())
              .mapValue(Long.class)
              .one()
              .as(tx::transactional)
              .contextWrite(Tenancy.as(caller));
      assertThat(some(names)).as(caller.toString()).isZero();
    }
    assertThat(needs.find(id, owner.firm()).block()).isNull();
    assertThat(needs.find(id, owner.firm()).contextWrite(Tenancy.as(rival)).block()).isNull();
  }

  @Test
  void cannotBeWrittenForAnotherFirm() {
    var as = Tenancy.as(rival);
    assertThatThrownBy(() ->
            postNeed
                .post(List.of(input("Planted")), NeedState.OPEN, owner, "")
                .contextWrite(as)
                .block())
        .hasMessageContaining("row-level security");
  }

  @Test
  void raisesItsVersionWithoutGapsWithOneEventAndOneRowOfTheTrailEach() {
    var id = posted("Versions");
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new java.util.ArrayList<Future<Boolean>>();
      for (int i = 0; i < 20; i++) {
        boolean pause = i % 2 == 0;
        all.add(many.submit(() -> moved(id, pause)));
      }
      for (var one : all) {
        one.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    var need = some(needs.find(id, owner.firm()).contextWrite(Tenancy.as(owner)));
    var events = versions("select version from outbox where aggregate = :id order by version", id);
    var trail = versions("select seq from audit_event where subject = :id order by seq", id);
    var wanted = java.util.stream.LongStream.rangeClosed(1, need.version()).boxed().toList();
    assertThat(events).isEqualTo(wanted);
    assertThat(trail).isEqualTo(wanted);
  }

  private boolean moved(NeedId id, boolean pause) {
    try {
      var move = pause ? moveNeed.pause(id, owner) : moveNeed.open(id, owner);
      move.contextWrite(Tenancy.as(owner)).block();
      return true;
    } catch (Refusal.Conflict _) {
      return false;
    }
  }

  private List<Long> versions(String sql, NeedId id) {
    return some(
        worker.db().sql(sql).bind("id", id.value()).mapValue(Long.class).all().collectList());
  }

  @Test
  void tellsNobodyThePartiesInItsEventsAndItsTrail() {
    var id = posted("Confidential");
    var changed = new NeedInput(input("Confidential").terms(), List.of("Zebra Holdings"));
    changeNeed.change(id, 1, changed, owner).contextWrite(Tenancy.as(owner)).block();
    var told =
        worker
            .db()
            .sql(
                "select payload::text from outbox where aggregate = :id union all"
                    + " select coalesce(before::text, '') || coalesce(after::text, '')"
                    + " from audit_event where subject = :id")
            .bind("id", id.value())
            .mapValue(String.class)
            .all()
            .collectList();
    assertThat(some(told)).hasSize(4).noneMatch(text -> text.contains("Acme"));
    assertThat(some(told)).noneMatch(text -> text.contains("Zebra"));
  }
}
