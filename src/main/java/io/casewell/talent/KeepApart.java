package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.Outbox;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.talent.Blocks.Side;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps a firm and a staff member out of each other's matches, by the wish of either, and ends it.
 * The trail of it belongs to the side that wished it, so the other never learns.
 */
@Component
class KeepApart {
  private final Blocks blocks;
  private final Audit audit;
  private final Outbox outbox;
  private final Tenancy tx;

  KeepApart(Blocks blocks, Audit audit, Outbox outbox, Tenancy tx) {
    this.blocks = blocks;
    this.audit = audit;
    this.outbox = outbox;
    this.tx = tx;
  }

  /** The firm does not want to see this person; gives their name. */
  Mono<String> block(Caller.FirmMember member, StaffId staff) {
    return blocks
        .cardName(staff)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(_ ->
            blocks
                .add(Side.FIRM, member.firm(), staff)
                .filter(added -> added)
                .flatMap(_ -> told(byFirm(member, staff, true), staff)))
        .as(tx::transactional);
  }

  /** The firm wants to see them again. */
  Mono<Void> unblock(Caller.FirmMember member, StaffId staff) {
    return blocks
        .remove(Side.FIRM, member.firm(), staff)
        .filter(removed -> removed)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ -> told(byFirm(member, staff, false), staff))
        .as(tx::transactional);
  }

  /** A firm of this name shall not see the professional. */
  Mono<Void> block(Caller.Professional me, String name) {
    return blocks
        .named(name)
        .switchIfEmpty(Mono.error(unknown()))
        // a connection answers one question at a time: the rows are read before more is asked
        .collectList()
        .flatMapIterable(firms -> firms)
        .concatMap(firm ->
            blocks
                .add(Side.STAFF, firm, me.staff())
                .filter(added -> added)
                .flatMap(_ -> told(byStaff(me, firm, true), me.staff())))
        .then()
        .as(tx::transactional);
  }

  /** The firm may see the professional again. */
  Mono<Void> unblock(Caller.Professional me, FirmId firm) {
    return blocks
        .remove(Side.STAFF, firm, me.staff())
        .filter(removed -> removed)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ -> told(byStaff(me, firm, false), me.staff()))
        .as(tx::transactional);
  }

  private static Refusal unknown() {
    var problems = new Problems();
    problems.add(
        "name", "We know no firm by this name. Write it out as the firm does on its letters.");
    return new Refusal.Invalid(problems);
  }

  private Mono<Void> told(Audit.Entry entry, StaffId staff) {
    return audit.append(entry).then(outbox.record(new BlockChanged(1, Ids.next(), staff)));
  }

  private static Audit.Entry byFirm(Caller.FirmMember member, StaffId staff, boolean begins) {
    var firm = member.firm();
    return entry("firm", firm.value(), firm, null, Map.of("staff", staff.toString()), begins);
  }

  private static Audit.Entry byStaff(Caller.Professional me, FirmId firm, boolean begins) {
    var staff = me.staff();
    return entry("staff", staff.value(), null, staff, Map.of("firm", firm.toString()), begins);
  }

  private static Audit.Entry entry(
      String kind,
      java.util.UUID subject,
      @Nullable FirmId firm,
      @Nullable StaffId staff,
      Map<String, ?> other,
      boolean begins) {
    return begins
        ? new Audit.Entry(kind, subject, firm, staff, "blocked", null, other)
        : new Audit.Entry(kind, subject, firm, staff, "unblocked", other, null);
  }
}
