package io.casewell.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * What a staff member must meet to be eligible for a need, one bit each. The order is part of the
 * rules: a constraint's bit is its place here.
 */
public enum Constraint {
  ROLE("Role", "offers another role"),
  SKILLS("Must-have skills", "lacks a must-have skill or its level"),
  CREDENTIALS("Credentials", "lacks a required credential for the whole engagement"),
  JURISDICTION("Jurisdictions", "does not hold every jurisdiction"),
  CAPACITY("Free hours", "has too few free hours a week"),
  OVERLAP("Shared hours", "shares too few of your hours"),
  RATE("Rate cap", "costs more than your cap"),
  LANGUAGE("Languages", "lacks a language or its level"),
  SOFTWARE("Software", "lacks a required program"),
  CONFLICT("Conflict of interest", "has worked on a matter with one of the parties"),
  BLOCKED("Blocked", "one side has blocked the other"),
  STATUS("Vetting", "is not active and vetted");

  /** The bits that a firm may relax: all but conflict, block and status. */
  public static final int RELAXABLE = (1 << 9) - 1;

  private final String label;
  private final String sentence;

  Constraint(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** What fails, said of a person, e.g. "costs more than your cap". */
  public String sentence() {
    return sentence;
  }

  /** Its bit in a mask. */
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether a firm may relax it and may see how many fail it. */
  public boolean relaxable() {
    return (bit() & RELAXABLE) != 0;
  }

  /** The constraints whose bits are set, in order. */
  public static List<Constraint> in(int mask) {
    var all = new ArrayList<Constraint>();
    for (var constraint : values()) {
      if ((mask & constraint.bit()) != 0) {
        all.add(constraint);
      }
    }
    return List.copyOf(all);
  }
}
