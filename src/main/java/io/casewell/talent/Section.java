package io.casewell.talent;

import io.casewell.platform.Refusal;

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
