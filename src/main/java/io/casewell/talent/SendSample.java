package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Outbox;
import io.casewell.platform.Refusal;
import io.casewell.platform.StoredFiles;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends a sample of work by which one of the professional's own skills shall be confirmed. */
@Component
public class SendSample {
  private final SkillSamples samples;
  private final StaffMembers members;
  private final StoredFiles files;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  SendSample(
      SkillSamples samples,
      StaffMembers members,
      StoredFiles files,
      Outbox outbox,
      Audit audit,
      Tenancy tx) {
    this.samples = samples;
    this.members = members;
    this.files = files;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /** Keeps the sample with its file, which was checked already. */
  public Mono<Void> send(Caller.Professional me, String skill, String about, Taken.Kept file) {
    var id = Ids.next();
    return members
        .locked(me.staff())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .map(member -> claimed(member, skill))
        .delayUntil(_ -> files.add(file, me.staff(), me.account()))
        .flatMap(held ->
            samples
                .add(id, me.staff(), skill, held.level(), about, file.file().id())
                .flatMap(added ->
                    added
                        ? written(me, id, held, file)
                        : Mono.error(
                            new Refusal.Conflict(
                                "A sample for this skill waits already. Its review comes first."))))
        .as(tx::transactional);
  }

  private static Profile.HeldSkill claimed(StaffMember member, String skill) {
    var held =
        member.profile().skills().stream()
            .filter(one -> one.skill().equals(skill))
            .findFirst()
            .orElseThrow(Refusal::notFound);
    if (held.verified()) {
      throw new Refusal.Conflict("This skill is verified at its level already.");
    }
    return held;
  }

  private Mono<Void> written(
      Caller.Professional me, UUID id, Profile.HeldSkill held, Taken.Kept file) {
    return outbox
        .record(new SkillSampleSent(1, id, me.staff(), held.skill(), 1))
        .then(
            audit.append(
                new Audit.Entry(
                    "skill sample",
                    id,
                    null,
                    me.staff(),
                    "sample sent",
                    null,
                    Map.of(
                        "skill", held.skill(),
                        "level", held.level(),
                        "document", file.file().id().toString(),
                        "sha256", file.hash()))));
  }
}
