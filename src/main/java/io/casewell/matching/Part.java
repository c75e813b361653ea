package io.casewell.matching;

/** A part of a match's score. The parts' greatest points sum to 10,000. */
public enum Part {
  MUST("Must-have skills", 3000),
  NICE("Nice-to-have skills", 2000),
  OVERLAP("Shared hours", 1200),
  PRACTICE("Practice areas", 1000),
  EXPERIENCE("Experience", 800),
  SOFTWARE("Preferred software", 600),
  TRACK("Ratings", 600),
  CREDENTIALS("Credentials", 400),
  RATE("Rate", 400);

  private final String label;
  private final int most;

  Part(String label, int most) {
    this.label = label;
    this.most = most;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** The points of a perfect answer. */
  public int most() {
    return most;
  }
}
