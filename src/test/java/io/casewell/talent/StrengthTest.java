package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.catalogue.Role;
import io.casewell.platform.StaffId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How strong a profile is follows from what is there, and from nothing else. */
class StrengthTest {
  private static StaffMember member(Profile profile) {
    return new StaffMember(StaffId.next(), "Robin Vale", "", StaffStatus.DRAFT, profile);
  }

  private static Profile profile(int skills, boolean rest) {
    var held =
        java.util.stream.IntStream.range(0, skills)
            .mapToObj(i -> new Profile.HeldSkill("skill-" + i, 3, false))
            .toList();
    return new Profile(
        List.of(Role.PARALEGAL),
        held,
        rest ? List.of("clio") : List.of(),
        rest ? List.of("NY") : List.of(),
        rest ? List.of(new Profile.AreaYears("family-law", 2)) : List.of(),
        rest ? List.of(new Profile.Spoken("en", 5)) : List.of(),
        4);
  }

  @Test
  void begins() {
    var strength = Strength.of(member(profile(0, false)), List.of(), Set.of());
    assertThat(strength.percent()).isEqualTo(10);
    assertThat(strength.word()).isEqualTo("Thin");
    assertThat(strength.stillNeeded()).containsExactly("Skills", "Weekly hours", "Pay");
    assertThat(strength.missing().getFirst().title())
        .as("the most worth first")
        .isEqualTo("Skills");
  }

  @Test
  void growsWithEachPartToAHundred() {
    assertThat(Strength.of(member(profile(3, false)), List.of(), Set.of()).percent()).isEqualTo(30);
    var ready = Strength.of(member(profile(3, false)), List.of(), Set.of("hours", "rate"));
    assertThat(ready.percent()).isEqualTo(60);
    assertThat(ready.stillNeeded()).isEmpty();
    var all = Strength.of(member(profile(5, true)), List.of(), Set.of("hours", "rate"));
    assertThat(all.percent()).as("all but a verified certification").isEqualTo(90);
    assertThat(all.missing()).hasSize(1);
    assertThat(all.parts().stream().mapToInt(Strength.Part::points).sum()).isEqualTo(100);
  }
}
