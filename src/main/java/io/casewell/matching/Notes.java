package io.casewell.matching;

import io.casewell.needs.NeedId;
import io.casewell.needs.Needs;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Ids;
import io.casewell.platform.Outbox;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A firm's notes on people for its needs. Nobody outside the firm reads them. */
@Component
class Notes {
  static final int TEXT_MAX = 2000;
  private static final int SHOWN = 50;

  private final DatabaseClient db;
  private final Needs needs;
  private final Audit audit;
  private final Outbox outbox;
  private final Idempotency idempotency;
  private final Tenancy tx;

  Notes(
      DatabaseClient db,
      Needs needs,
      Audit audit,
      Outbox outbox,
      Idempotency idempotency,
      Tenancy tx) {
    this.db = db;
    this.needs = needs;
    this.audit = audit;
    this.outbox = outbox;
    this.idempotency = idempotency;
    this.tx = tx;
  }

  /** A note as it is kept. */
  record Row(UUID id, UUID account, String name, String text, Instant at) {}

  private record Kept(UUID id, UUID staff, UUID account) {}

  /** The name on the person's card, of anybody who is or was here. */
  private Mono<String> about(StaffId staff) {
    return db.sql("select name from staff_card where staff = :staff")
        .bind("staff", staff.value())
        .mapValue(String.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private Mono<Void> mine(NeedId need, Caller.FirmMember member) {
    return needs.find(need, member.firm()).switchIfEmpty(Mono.error(Refusal.notFound())).then();
  }

  /** The notes on this person for the firm's need, newest first. */
  Flux<Row> of(NeedId need, StaffId staff, Caller.FirmMember member) {
    return mine(need, member)
        .then(about(staff))
        .thenMany(
            db.sql(
                    """
                    select n.id, n.account, coalesce(a.name, 'Somebody') as name, n.text, n.at
                    from need_note n left join account a on a.id = n.account
                    where n.need = :need and n.staff = :staff and n.firm = :firm
                    order by n.at desc, n.id desc limit :most
                    """)
                .bind("need", need.value())
                .bind("staff", staff.value())
                .bind("firm", member.firm().value())
                .bind("most", SHOWN)
                .mapProperties(Row.class)
                .all())
        .as(tx::transactional);
  }

  /** Writes a note, once for each key. */
  Mono<Void> write(NeedId need, StaffId staff, String text, Caller.FirmMember by, String key) {
    var problems = new Problems();
    if (text.isBlank()) {
      problems.add("text", "Write something first.");
    } else if (text.length() > TEXT_MAX) {
      problems.add("text", "Please keep a note to at most 2,000 characters.");
    }
    if (!problems.none()) {
      return Mono.error(new Refusal.Invalid(problems));
    }
    var id = Ids.next();
    var work =
        mine(need, by)
            .then(about(staff))
            .flatMap(name ->
                insert(id, need, staff, text, by)
                    .then(audit.append(entry(need, by, "note written", null, name)))
                    .then(
                        outbox.record(new NoteEvent.NoteWritten(1, id, need, by.firm(), staff, 1))))
            .thenReturn(id.toString());
    return idempotency
        .once(by.account().value(), key, "note " + need + " " + staff + " " + text, work)
        .then()
        .as(tx::transactional);
  }

  private Mono<Void> insert(
      UUID id, NeedId need, StaffId staff, String text, Caller.FirmMember by) {
    return db.sql(
            """
            insert into need_note (id, need, firm, staff, account, text)
            values (:id, :need, :firm, :staff, :account, :text)
            """)
        .bind("id", id)
        .bind("need", need.value())
        .bind("firm", by.firm().value())
        .bind("staff", staff.value())
        .bind("account", by.account().value())
        .bind("text", text)
        .then();
  }

  /** Takes a note away, which only its writer may. */
  Mono<Void> remove(NeedId need, StaffId staff, UUID note, Caller.FirmMember by) {
    return db.sql(
            """
            delete from need_note where id = :id and need = :need and staff = :staff
              and firm = :firm and account = :account returning id, staff, account
            """)
        .bind("id", note)
        .bind("need", need.value())
        .bind("staff", staff.value())
        .bind("firm", by.firm().value())
        .bind("account", by.account().value())
        .mapProperties(Kept.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ -> about(staff))
        .flatMap(name -> audit.append(entry(need, by, "note removed", name, null)))
        .then(
            Mono.defer(
                () -> outbox.record(new NoteEvent.NoteRemoved(1, note, need, by.firm(), staff, 2))))
        .as(tx::transactional);
  }

  private static Audit.Entry entry(
      NeedId need,
      Caller.FirmMember by,
      String what,
      @org.jspecify.annotations.Nullable String before,
      @org.jspecify.annotations.Nullable String after) {
    return new Audit.Entry(
        "need",
        need.value(),
        by.firm(),
        null,
        what,
        before == null ? null : Map.of("about", before),
        after == null ? null : Map.of("about", after));
  }
}
