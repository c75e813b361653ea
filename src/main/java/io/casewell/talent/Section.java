package io.casewell.talent;

import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import java.util.HexFormat;
import java.util.List;

/** A part of the profile that is edited by itself. */
enum Section {
  ABOUT("about", "Who you are is saved."),
  SKILLS("skills", "Your skills are saved."),
  SOFTWARE("software", "Your programs are saved."),
  PRACTICE_AREAS("practice-areas", "Your practice areas are saved."),
  LANGUAGES("languages", "Your languages are saved."),
  JURISDICTIONS("jurisdictions", "Your jurisdictions are saved.");

  private final String word;
  private final String done;

  Section(String word, String done) {
    this.word = word;
    this.done = done;
  }

  /** Its word in addresses. */
  String word() {
    return word;
  }

  /** What is said once it was saved. */
  String done() {
    return done;
  }

  /**
   * A short text that differs when the section does; its form carries it to notice a stale edit.
   */
  String stamp(StaffMember member) {
    var profile = member.profile();
    Object content =
        switch (this) {
          case ABOUT ->
              List.of(member.name(), member.status(), profile.roles(), profile.yearsExperience());
          case SKILLS -> profile.skills();
          case SOFTWARE -> profile.software();
          case PRACTICE_AREAS -> profile.practiceAreas();
          case LANGUAGES -> profile.languages();
          case JURISDICTIONS -> profile.jurisdictions();
        };
    return HexFormat.of().formatHex(Secrets.hash(content.toString()), 0, 12);
  }

  /** The section of this word; others do not exist. */
  static Section of(String word) {
    for (var section : values()) {
      if (section.word.equals(word)) {
        return section;
      }
    }
    throw Refusal.notFound();
  }
}
