package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.talent.SkillDeclined;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells somebody that a sample did not show the skill, and why. */
@Component
class SkillDeclinedLetter extends Announcement<SkillDeclined> {
  SkillDeclinedLetter(Desk desk) {
    super(desk);
  }

  @Override
  public Class<SkillDeclined> to() {
    return SkillDeclined.class;
  }

  @Override
  public Mono<Void> on(SkillDeclined event) {
    return readers()
        .text("select words from skill_sample where id = :id", event.sample())
        .zipWith(readers().staff(event.staff()))
        .flatMap(both ->
            tell(event, both.getT2(), Map.of("skill", event.skill(), "words", both.getT1())));
  }

  @Override
  public String kind() {
    return "skill-declined";
  }

  @Override
  public String label() {
    return "Skill not confirmed";
  }

  @Override
  NoticeKind about() {
    return NoticeKind.CREDENTIALS;
  }

  @Override
  Words words(Map<String, String> facts) {
    return new Words(
        readers().skill(facts) + " is not confirmed yet",
        "A reviewer read your sample and could not confirm the skill by it. You may send another.",
        facts.getOrDefault("words", ""),
        "Send another sample",
        "/skills");
  }
}
