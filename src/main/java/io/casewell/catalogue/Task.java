package io.casewell.catalogue;

import java.util.List;

/**
 * A kind of work the role advisor asks the weekly hours of.
 *
 * @param id T01 to T14
 * @param name what it is, e.g. "Legal research and memos"
 * @param hoursMax most hours a week that are believed
 * @param paralegalShare how much of it is a paralegal's work, 0–100
 * @param duties codes of the duties it comes from, the closest first
 */
public record Task(String id, String name, int hoursMax, int paralegalShare, List<String> duties) {
  /** Whether it lies at the core of a paralegal's work (T01–T06). */
  public boolean paralegalCore() {
    return id.compareTo("T06") <= 0;
  }

  /** Whether it lies at the core of a case manager's work (T09–T14). */
  public boolean caseManagerCore() {
    return id.compareTo("T09") >= 0;
  }
}
