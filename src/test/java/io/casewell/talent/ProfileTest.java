package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.catalogue.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  private static final String STORED =
      """
      {"v":1,"roles":["paralegal"],"skills":[{"skill":"cite-checking","level":4,"verified":true}],\
      "software":["clio"],"jurisdictions":["CA"],\
      "practiceAreas":[{"area":"personal-injury","years":6}],\
      "languages":[{"code":"en","level":5}],"yearsExperience":9}\
      """;

  @Test
  void isStoredInTheFormMatchingReads() {
    var profile = Profile.of(STORED);
    assertThat(profile.skills()).containsExactly(new Profile.HeldSkill("cite-checking", 4, true));
    assertThat(Profile.of(profile.json())).isEqualTo(profile);
    assertThat(profile.json()).isEqualTo(STORED);
  }

  @Test
  void readsAnotherVersionAsFarAsItKnowsIt() {
    var read = Profile.of("{\"v\":2,\"roles\":[\"case_manager\"],\"colour\":\"blue\"}");
    assertThat(read.roles()).containsExactly(Role.CASE_MANAGER);
    assertThat(read.skills()).isEmpty();
  }

  @Test
  void refusesAThingNamedTwice() {
    var skill = new Profile.HeldSkill("cite-checking", 4, true);
    var profile = Profile.of(STORED);
    assertThatThrownBy(() -> profile.withSkills(List.of(skill, skill)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "Dana Reyes,Dana R.",
    "Dana María de la Cruz,Dana C.",
    "Cher,Cher",
    "  Dana   reyes ,Dana R.",
    "Dana 'Reyes,Dana R.",
    "Dana 42,Dana",
    "李 小龍,李 小.",
    "İpek ışık,İpek I."
  })
  void showsAFirstNameAndAnInitial(String name, String shown) {
    assertThat(CardName.of(name)).isEqualTo(shown);
  }
}
