package io.casewell.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Something a paralegal or case manager is able to do.
 *
 * @param slug its code
 * @param category research, drafting, records, interviewing, client, scheduling, trial, billing,
 *     technology, knowledge or trait
 * @param primary the role it belongs to; both when it belongs to neither alone
 * @param paralegalWeight how much it speaks for a paralegal, 0–100
 * @param caseManagerWeight how much it speaks for a case manager, 0–100
 * @param duties codes of the duties it comes from, the closest first
 */
public record Skill(
    String slug,
    String name,
    String category,
    Set<Role> primary,
    int paralegalWeight,
    int caseManagerWeight,
    List<String> synonyms,
    List<String> duties)
    implements Entry {
  @Override
  public String code() {
    return slug;
  }

  /** Whether it describes the person (organized, punctual) and not the work. */
  public boolean trait() {
    return category.equals("trait");
  }
}
