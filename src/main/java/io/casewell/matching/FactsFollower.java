package io.casewell.matching;

import java.util.Collection;

/**
 * Something else that is made of everybody's facts and kept up with the log, in step with the
 * index: it is handed all of them at the start and each change after it, in order for each person.
 */
public interface FactsFollower {
  /** Takes in new facts, in place of what was known of these people. */
  void put(Collection<StaffFacts> changed);
}
