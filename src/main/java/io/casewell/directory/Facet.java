package io.casewell.directory;

/** What people may be filtered by. */
public enum Facet {
  ROLE("role", "Role", true),
  HOURS("hours", "Free hours a week", true),
  SKILL("skill", "Skills", false),
  AREA("area", "Practice areas", false),
  PLACE("state", "Jurisdictions", false),
  LANGUAGE("language", "Languages", false),
  SOFTWARE("software", "Software", false),
  OVERLAP("overlap", "Office hours shared a week", true);

  private final String field;
  private final String label;
  private final boolean single;

  Facet(String field, String label, boolean single) {
    this.field = field;
    this.label = label;
    this.single = single;
  }

  /** Its name in an address. */
  public String field() {
    return field;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Whether one value at a time is chosen; of the others somebody must have all that are. */
  public boolean single() {
    return single;
  }
}
