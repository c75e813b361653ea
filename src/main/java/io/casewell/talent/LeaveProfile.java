package io.casewell.talent;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Leaving;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What becomes of a profile when its person leaves: hidden at once, later without a name. */
@Component
class LeaveProfile implements Leaving {
  /** In order; each sees only the one person. What is money's or the law's keeps its row. */
  private static final List<String> ERASING =
      List.of(
          "delete from past_party where staff in (select id from staff where account = :account)",
          """
          delete from firm_block
          where side = 'staff' and staff in (select id from staff where account = :account)
          """,
          """
          update credential set number = 'erased ' || id
          where staff in (select id from staff where account = :account)
          """,
          """
          update staff_card set name = 'Somebody who left', state = 'left', external_id = null
          where staff in (select id from staff where account = :account)
          """,
          """
          update staff set name = 'Somebody who left', email = '', external_id = null,
            import_digest = null, status = 'left', updated_at = now()
          where account = :account
          """);

  private final StaffMembers members;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;

  LeaveProfile(StaffMembers members, Audit audit, ObjectProvider<RankedFacts> facts) {
    this.members = members;
    this.audit = audit;
    this.facts = facts;
  }

  @Override
  public Mono<String> hide(Caller.Professional me) {
    return members
        .locked(me.staff())
        .filter(member -> member.status() == StaffStatus.ACTIVE)
        .flatMap(member -> move(me, member, StaffStatus.PAUSED).thenReturn(member.status().code()));
  }

  @Override
  public Mono<Void> show(Caller.Professional me, String asItWas) {
    return members
        .locked(me.staff())
        .filter(member -> member.status() == StaffStatus.PAUSED)
        .filter(_ -> asItWas.equals(StaffStatus.ACTIVE.code()))
        .flatMap(member -> move(me, member, StaffStatus.ACTIVE));
  }

  private Mono<Void> move(Caller.Professional me, StaffMember member, StaffStatus to) {
    var moved = new StaffMember(member.id(), member.name(), member.email(), to, member.profile());
    var entry =
        new Audit.Entry(
            "staff",
            me.staff().value(),
            null,
            me.staff(),
            to == StaffStatus.PAUSED ? "hidden before deletion" : "shown again",
            Map.of("status", member.status().code()),
            Map.of("status", to.code()));
    return members.change(moved).then(audit.append(entry)).then(Mono.defer(() -> renew(me)));
  }

  private Mono<Void> renew(Caller.Professional me) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(me.staff()));
  }

  @Override
  public Mono<Void> erase(Worker worker, AccountId account) {
    return Flux.fromIterable(ERASING)
        .concatMap(sql -> worker.db().sql(sql).bind("account", account.value()).then())
        .then();
  }
}
