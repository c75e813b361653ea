package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.SkillConfirmed;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody that a skill is verified now, and what the reviewer wrote. */
@Component
class SkillConfirmedLetter extends Announcement<SkillConfirmed> {
  SkillConfirmedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<SkillConfirmed> to() {
    return SkillConfirmed.class;
  }

  @Override
  public Mono<Void> on(SkillConfirmed event) {
    return readers()
        .text("select words from skill_sample where id = :id", event.sample())
        .zipWith(readers().staff(event.staff()))
        .flatMap(both ->
            tell(
                event,
                both.getT2(),
                Map.of(
                    "skill", event.skill(),
                    "level", Integer.toString(event.level()),
                    "words", both.getT1())));
  }

  @Override
  public String kind() {
    return "skill-confirmed";
  }

  @Override
  public String label() {
    return "Skill confirmed";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        readers().skill(facts) + " is verified at level " + facts.getOrDefault("level", ""),
        "A reviewer read your sample. Verified skills count more in every match.",
        facts.getOrDefault("words", ""),
        "See your skills",
        "/skills");
  }
}
