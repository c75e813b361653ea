package io.casewell.directory;

import java.util.Optional;

/** The orders of the directory. What a visitor may not see, a visitor may not sort by either. */
public enum Sort {
  HOURS("hours", "Most free hours", false),
  OVERLAP("overlap", "Most shared office hours", false),
  YEARS("years", "Most years in legal work", true),
  RATING("rating", "Best rating", true),
  RATE("rate", "Lowest rate", true);

  private final String code;
  private final String label;
  private final boolean firmsOnly;

  Sort(String code, String label, boolean firmsOnly) {
    this.code = code;
    this.label = label;
    this.firmsOnly = firmsOnly;
  }

  /** Its name in an address. */
  public String code() {
    return code;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** Whether only a firm may. */
  public boolean firmsOnly() {
    return firmsOnly;
  }

  static Optional<Sort> of(String code) {
    for (var sort : values()) {
      if (sort.code.equals(code)) {
        return Optional.of(sort);
      }
    }
    return Optional.empty();
  }
}
