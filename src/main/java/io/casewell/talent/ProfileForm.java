package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what was typed into a section of the profile, and says what is wrong with it. */
@Component
class ProfileForm {
  private static final int NAME_MAX = 200;

  private final Catalogue catalogue;

  ProfileForm(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Somebody with this section changed; empty when the problems say what is wrong. */
  Optional<StaffMember> read(Section section, Form form, StaffMember now, Problems problems) {
    return switch (section) {
      case ABOUT -> about(form, now, problems);
      case SKILLS -> skills(form, now, problems);
      case SOFTWARE ->
          new Picked<>("software", catalogue.software(), form, problems)
              .codes()
              .map(codes -> now.with(now.profile().withSoftware(codes)));
      case JURISDICTIONS ->
          new Picked<>("jurisdictions", catalogue.jurisdictions(), form, problems)
              .codes()
              .map(codes -> now.with(now.profile().withJurisdictions(codes)));
      case PRACTICE_AREAS ->
          new Picked<>("areas", catalogue.practiceAreas(), form, problems)
              .numbered("years-", 0, Profile.MOST_YEARS, 0, Profile.AreaYears::new)
              .map(areas -> now.with(now.profile().withPracticeAreas(areas)));
      case LANGUAGES ->
          new Picked<>("languages", catalogue.languages(), form, problems)
              .numbered("spoken-", 1, 5, 3, Profile.Spoken::new)
              .map(languages -> now.with(now.profile().withLanguages(languages)));
    };
  }

  private static Optional<StaffMember> about(Form form, StaffMember now, Problems problems) {
    var name = form.text("name");
    if (name.isEmpty()
        || name.length() > NAME_MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      problems.add("name", "Give your name in at most 200 characters on one line.");
    }
    var roles = form.texts("roles").stream().distinct().map(Role::of).toList();
    if (roles.isEmpty() || roles.stream().anyMatch(Optional::isEmpty)) {
      problems.add("roles", "Choose at least one role you offer.");
    }
    int years = Picked.number(form.text("years"), 0, Profile.MOST_YEARS);
    if (years < 0) {
      problems.add("years", "Give whole years between 0 and 70.");
    }
    var status = status(form, now, problems);
    if (!problems.none()) {
      return Optional.empty();
    }
    var before = now.profile();
    var profile =
        new Profile(
            roles.stream().map(Optional::orElseThrow).toList(),
            before.skills(),
            before.software(),
            before.jurisdictions(),
            before.practiceAreas(),
            before.languages(),
            years);
    return Optional.of(new StaffMember(now.id(), name, now.email(), status, profile));
  }

  /** One may pause and come back; becoming active the first time is decided by the vetting. */
  private static StaffStatus status(Form form, StaffMember now, Problems problems) {
    boolean mayChoose = now.status() == StaffStatus.ACTIVE || now.status() == StaffStatus.PAUSED;
    if (!mayChoose) {
      return now.status();
    }
    return switch (form.text("status")) {
      case "active" -> StaffStatus.ACTIVE;
      case "paused" -> StaffStatus.PAUSED;
      default -> {
        problems.add("status", "Choose whether firms can find you.");
        yield now.status();
      }
    };
  }

  private Optional<StaffMember> skills(Form form, StaffMember now, Problems problems) {
    var before = now.profile();
    return new Picked<>("skills", catalogue.skills(), form, problems)
        .numbered("level-", 1, 5, 2, (skill, level) -> held(before, skill, level))
        .map(skills -> now.with(before.withSkills(skills)));
  }

  /** What was verified was verified up to its level: more is a new claim, less is not. */
  private Profile.HeldSkill held(Profile before, String skill, int level) {
    List<Profile.HeldSkill> held = before.skills();
    var skills = catalogue.skills();
    boolean verified =
        held.stream()
            .filter(one -> skills.current(one.skill()).equals(skills.current(skill)))
            .anyMatch(one -> one.verified() && level <= one.level());
    return new Profile.HeldSkill(skill, level, verified);
  }
}
