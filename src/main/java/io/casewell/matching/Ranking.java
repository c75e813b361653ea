package io.casewell.matching;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of holding a need against everybody.
 *
 * @param ask the need
 * @param at the moment it was asked
 * @param people how many there are in all
 * @param eligible how many meet every constraint
 * @param excluded for operations: how many of all fail each constraint; who fails two counts twice
 * @param peopleForFirm how many a firm may know of: all but those who are conflicted, blocked or
 *     not active
 * @param excludedForFirm how many of those fail each constraint that can be relaxed
 * @param top the best who are eligible, in order
 * @param near the best of those who fail one or two constraints that can be relaxed, in order
 */
public record Ranking(
    Ask ask,
    Instant at,
    int people,
    int eligible,
    Map<Constraint, Integer> excluded,
    int peopleForFirm,
    Map<Constraint, Integer> excludedForFirm,
    List<Candidate> top,
    List<Candidate> near) {

  /** Somebody shown, with the facts the match was made from. */
  public record Candidate(Match match, StaffFacts facts) {}
}
