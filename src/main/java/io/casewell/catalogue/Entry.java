package io.casewell.catalogue;

import java.util.List;

/** One thing the catalogue names: it has a code that never changes, a name and other names. */
public sealed interface Entry
    permits Skill, Software, Credential, PracticeArea, Jurisdiction, Language {
  /** What the API and the database call it, e.g. {@code cite-checking} or {@code NALA-CP}. */
  String code();

  /** What a person reads. */
  String name();

  /** Other names it is found by. */
  List<String> synonyms();
}
