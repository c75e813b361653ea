package io.casewell.talent;

import io.casewell.catalogue.Role;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.OfferedRoles;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Changes a professional's own profile and tells matching, both or neither. */
@Component
class EditProfile {
  private final StaffMembers members;
  private final OfferedRoles offeredRoles;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final DatabaseClient db;
  private final Tenancy tx;

  EditProfile(
      StaffMembers members,
      OfferedRoles offeredRoles,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      DatabaseClient db,
      Tenancy tx) {
    this.db = db;
    this.members = members;
    this.offeredRoles = offeredRoles;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /** What came of it. */
  enum Outcome {
    SAVED,
    /** Something is wrong with what was typed; the reader of it knows what. */
    WRONG,
    /** Changed by somebody else since the form was shown; nothing is written. */
    STALE
  }

  /**
   * Changes a section.
   *
   * @param seen the stamp the form was shown with
   * @param reading makes the changed person, or nothing when what was typed is wrong
   */
  Mono<Outcome> edit(
      Caller.Professional me,
      String seen,
      Section section,
      Function<StaffMember, Optional<StaffMember>> reading) {
    return members
        .locked(me.staff())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(now -> {
          var changed = reading.apply(now);
          if (changed.isEmpty()) {
            return Mono.just(Outcome.WRONG);
          }
          return section.stamp(now).equals(seen)
              ? mayShow(me, now, changed.get())
                  .then(Mono.defer(() -> write(me, section, now, changed.get())))
                  .thenReturn(Outcome.SAVED)
              : Mono.just(Outcome.STALE);
        })
        .as(tx::transactional);
  }

  /** Whoever asked to be deleted is out of sight until they take it back. */
  private Mono<Void> mayShow(Caller.Professional me, StaffMember before, StaffMember after) {
    return before.status() == after.status() || after.status() != StaffStatus.ACTIVE
        ? Mono.empty()
        : db.sql("select count(*) > 0 from account_leaving where account = :account")
            .bind("account", me.account().value())
            .mapValue(Boolean.class)
            .one()
            .flatMap(leaving ->
                leaving
                    ? Mono.error(
                        new Refusal.Conflict(
                            "Your account is being deleted, so your profile stays out of sight."
                                + " Keep your account first; then show it again."))
                    : Mono.empty());
  }

  private Mono<Void> write(
      Caller.Professional me, Section section, StaffMember before, StaffMember after) {
    if (before.equals(after)) {
      return Mono.empty();
    }
    var roles = after.profile().roles();
    var entry =
        new Audit.Entry(
            "staff",
            me.staff().value(),
            null,
            me.staff(),
            "profile changed: " + section.word(),
            words(before),
            words(after));
    return members
        .change(after)
        .then(
            roles.equals(before.profile().roles())
                ? Mono.empty()
                : offeredRoles.changed(me.staff(), roles.stream().map(Role::code).toList()))
        .then(audit.append(entry))
        .then(Mono.defer(() -> renew(me)));
  }

  private Mono<Void> renew(Caller.Professional me) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(me.staff()));
  }

  private static Map<String, Object> words(StaffMember member) {
    var words = new LinkedHashMap<String, Object>();
    words.put("name", member.name());
    words.put("status", member.status().code());
    words.put("profile", member.profile().json());
    return words;
  }
}
