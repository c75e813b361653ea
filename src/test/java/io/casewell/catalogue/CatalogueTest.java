package io.casewell.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  @Test
  void holdsEverythingOfTheFile() {
    assertThat(CATALOGUE.version()).isEqualTo("2026-11-23");
    assertThat(CATALOGUE.skills().all()).hasSize(127);
    assertThat(CATALOGUE.software().all()).hasSize(53);
    assertThat(CATALOGUE.credentials().all()).hasSize(32);
    assertThat(CATALOGUE.practiceAreas().all()).hasSize(34);
    assertThat(CATALOGUE.jurisdictions().all()).hasSize(52);
    assertThat(CATALOGUE.languages().all()).hasSize(25);
    assertThat(CATALOGUE.tasks()).hasSize(14);
    assertThat(CATALOGUE.duties()).hasSize(23);
  }

  @Test
  void knowsWhatACredentialSays() {
    var cp = CATALOGUE.credentials().find("NALA-CP").orElseThrow();
    assertThat(cp.renewalYears()).isEqualTo(5);
    assertThat(cp.counts(Role.PARALEGAL)).isTrue();
    assertThat(cp.counts(Role.CASE_MANAGER)).isFalse();
    assertThat(CATALOGUE.credentials().find("NOTARY").orElseThrow().roles())
        .isEqualTo(Set.of(Role.PARALEGAL, Role.CASE_MANAGER));
    assertThat(CATALOGUE.credentials().find("WA-LLLT").orElseThrow().open()).isFalse();
  }

  @Test
  void knowsTheZonesOfAState() {
    assertThat(CATALOGUE.jurisdictions().find("FL").orElseThrow().zones())
        .containsExactly(ZoneId.of("America/New_York"), ZoneId.of("America/Chicago"));
  }

  @Test
  void readsSharesExactly() {
    var shares =
        CATALOGUE.tasks().stream().collect(Collectors.toMap(Task::id, Task::paralegalShare));
    assertThat(shares).containsEntry("T01", 97).containsEntry("T07", 60).containsEntry("T13", 3);
    assertThat(CATALOGUE.task("T01").orElseThrow().name()).isEqualTo("Legal research and memos");
  }

  @Test
  void everyDutyASkillOrTaskNamesHasASentence() {
    CATALOGUE.skills().all().stream()
        .flatMap(skill -> skill.duties().stream())
        .forEach(CATALOGUE::duty);
    CATALOGUE.tasks().stream().flatMap(task -> task.duties().stream()).forEach(CATALOGUE::duty);
  }

  @ParameterizedTest
  @CsvSource({
    "legal research, legal-research",
    "LEGAL   Research, legal-research",
    "cite-checking, cite-checking",
    "bluebook, cite-checking",
    "shepards, cite-checking",
    "Shepard’s, cite-checking",
    "keycite, cite-checking",
    "intake, client-intake",
    "i-130, immigration-forms",
    "pleading, pleadings-drafting",
    "medcal chronology, medical-chronology",
    "privelege log, privilege-log",
    "depo summary, deposition-summaries",
    "réception, telephone-reception",
  })
  void findsASkillByNameSynonymBeginningOrSlip(String typed, String slug) {
    assertThat(CATALOGUE.skills().search(typed, 5))
        .first()
        .extracting(found -> found.entry().slug())
        .isEqualTo(slug);
  }

  @Test
  void saysWhichSynonymMatched() {
    assertThat(CATALOGUE.skills().search("keycite", 1).getFirst().synonym()).isEqualTo("KeyCite");
    assertThat(CATALOGUE.skills().search("legal research", 1).getFirst().synonym()).isNull();
  }

  @Test
  void findsFieldsOfLawByTheirShortNames() {
    assertThat(CATALOGUE.practiceAreas().search("PI", 3).getFirst().entry().slug())
        .isEqualTo("personal-injury");
    assertThat(CATALOGUE.practiceAreas().search("dui", 3).getFirst().entry().slug())
        .isEqualTo("traffic-dui");
    assertThat(CATALOGUE.practiceAreas().search("wills", 3).getFirst().entry().slug())
        .isEqualTo("estate-planning");
    assertThat(CATALOGUE.languages().search("farsi", 3).getFirst().entry().code()).isEqualTo("fa");
    assertThat(CATALOGUE.software().search("clio", 3).getFirst().entry().slug()).isEqualTo("clio");
    assertThat(CATALOGUE.credentials().search("nala", 3).getFirst().entry().code())
        .isEqualTo("NALA-CP");
  }

  @Test
  void keepsToTheLimitAndShowsAllForNothingTyped() {
    assertThat(CATALOGUE.skills().search("", 10)).hasSize(10);
    assertThat(CATALOGUE.skills().search("e", 3)).hasSizeLessThanOrEqualTo(3);
    assertThat(CATALOGUE.skills().search("zzzzqqq", 3)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%_", "'; drop table", "\u0000", "((((((", "\uD800", "🙂", "\u202E"})
  void survivesHostileSearches(String typed) {
    assertThat(CATALOGUE.skills().search(typed, 5)).hasSizeLessThanOrEqualTo(5);
    assertThat(CATALOGUE.skills().search(typed.repeat(50_000), 5)).hasSizeLessThanOrEqualTo(5);
  }
}
