package io.casewell.catalogue;

import java.util.Optional;

/** The shelves whose entries operations may change; the others are the law's and the issuers'. */
public enum ShelfName {
  SKILLS("skills", "Skills", "skill"),
  SOFTWARE("software", "Software", "program"),
  PRACTICE_AREAS("practice-areas", "Practice areas", "practice area"),
  LANGUAGES("languages", "Languages", "language");

  private final String code;
  private final String label;
  private final String one;

  ShelfName(String code, String label, String one) {
    this.code = code;
    this.label = label;
    this.one = one;
  }

  /** The word of addresses and of the database. */
  public String code() {
    return code;
  }

  /** What a person calls the shelf. */
  public String label() {
    return label;
  }

  /** What a person calls one entry. */
  public String one() {
    return one;
  }

  /** The shelf of this code, if there is one. */
  public static Optional<ShelfName> of(String code) {
    for (var shelf : values()) {
      if (shelf.code.equals(code)) {
        return Optional.of(shelf);
      }
    }
    return Optional.empty();
  }
}
