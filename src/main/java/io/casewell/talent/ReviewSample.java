package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Outbox;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Confirms a skill by its sample up to a level, or declines, always with words. */
@Component
class ReviewSample {
  private final SkillSamples samples;
  private final StaffMembers members;
  private final DatabaseClient db;
  private final Outbox outbox;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  ReviewSample(
      SkillSamples samples,
      StaffMembers members,
      DatabaseClient db,
      Outbox outbox,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.samples = samples;
    this.members = members;
    this.db = db;
    this.outbox = outbox;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /**
   * Ends the review.
   *
   * @param level what the sample shows, or null when it confirms nothing
   */
  Mono<Void> review(Caller.Operations me, UUID id, @Nullable Integer level, String words) {
    return samples
        .locked(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(sample -> mayReview(me, sample))
        .flatMap(sample ->
            samples
                .decide(id, level, words, me.account().value())
                .delayUntil(_ -> level == null ? Mono.empty() : confirm(me, sample, level, words))
                .flatMap(version -> told(sample, level, words, version)))
        .as(tx::transactional);
  }

  private Mono<Void> mayReview(Caller.Operations me, SkillSample sample) {
    if (sample.state() != SkillSample.State.IN_REVIEW) {
      return Mono.error(new Refusal.Conflict("This sample was reviewed in the meantime."));
    }
    return db.sql("select count(*) = 1 from staff where id = :staff and account = :account")
        .bind("staff", sample.staff().value())
        .bind("account", me.account().value())
        .mapValue(Boolean.class)
        .one()
        .flatMap(theirs ->
            theirs
                ? Mono.error(new Refusal.Conflict("Nobody reviews their own sample."))
                : Mono.empty());
  }

  private Mono<Void> confirm(Caller.Operations me, SkillSample sample, int level, String words) {
    return samples
        .confirm(Ids.next(), sample, level, words, me.account().value())
        .then(members.locked(sample.staff()))
        .flatMap(member -> members.change(member.with(verified(member.profile(), sample, level))))
        .then(Mono.defer(() -> renew(sample)));
  }

  /** Verified at the confirmed level; a skill that was taken out since stays out. */
  private static Profile verified(Profile profile, SkillSample sample, int level) {
    var skills = new ArrayList<Profile.HeldSkill>();
    for (var held : profile.skills()) {
      skills.add(
          held.skill().equals(sample.skill())
              ? new Profile.HeldSkill(held.skill(), level, true)
              : held);
    }
    return profile.withSkills(skills);
  }

  private Mono<Void> told(SkillSample sample, @Nullable Integer level, String words, long version) {
    var event =
        level == null
            ? new SkillDeclined(1, sample.id(), sample.staff(), sample.skill(), version)
            : new SkillConfirmed(1, sample.id(), sample.staff(), sample.skill(), level, version);
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("state", level == null ? "declined" : "confirmed");
    after.put("words", words);
    if (level != null) {
      after.put("level", level);
    }
    return outbox
        .record(event)
        .then(
            audit.append(
                new Audit.Entry(
                    "skill sample",
                    sample.id(),
                    null,
                    sample.staff(),
                    level == null ? "skill not confirmed" : "skill confirmed",
                    Map.of(
                        "skill", sample.skill(),
                        "level", sample.level(),
                        "state", sample.state().code()),
                    after)));
  }

  private Mono<Void> renew(SkillSample sample) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(sample.staff()));
  }
}
