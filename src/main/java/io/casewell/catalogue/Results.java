package io.casewell.catalogue;

import java.util.List;

/** What a search of the catalogue found, each kind on its own. */
public record Results(
    String query,
    List<Found<Skill>> skills,
    List<Found<Software>> software,
    List<Found<Credential>> credentials,
    List<Found<PracticeArea>> practiceAreas,
    List<Found<Language>> languages) {
  /** Whether nothing at all was found. */
  public boolean none() {
    return count() == 0;
  }

  /** How much was found. */
  public int count() {
    return skills.size()
        + software.size()
        + credentials.size()
        + practiceAreas.size()
        + languages.size();
  }
}
