package io.casewell.matching;

import io.casewell.needs.NeedTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a need would gain by asking for less. Nobody who is conflicted, blocked or not active is
 * counted anywhere here.
 *
 * @param ranking the need as posted, with the people who fail one or two constraints
 * @param relaxations every constraint that can be relaxed, alone and in pairs
 * @param steps smaller changes that gain somebody, in the order of the constraints
 */
public record NearMisses(Ranking ranking, List<Relaxation> relaxations, List<Step> steps) {

  /**
   * Giving up one or two constraints.
   *
   * @param constraints which
   * @param more how many more people become eligible
   * @param best the best score among them under the need as posted; null where nobody does
   * @param together of a pair: how many need both of them relaxed; of one: the same as more
   */
  public record Relaxation(
      List<Constraint> constraints, int more, @Nullable Integer best, int together) {
    /** E.g. "Without asking for rate cap and languages: +4 people". */
    public String sentence() {
      var names = constraints.stream().map(c -> c.label().toLowerCase(Locale.ROOT));
      return "Without asking for " + Wording.list(names.toList()) + ": " + gain(more);
    }
  }

  /**
   * One smaller change.
   *
   * @param constraint which it eases
   * @param change in words, e.g. "Minimum overlap 15 h instead of 20 h"
   * @param more how many more people become eligible
   * @param best the best score among them with the change made
   * @param terms the need's terms with the change made
   */
  public record Step(Constraint constraint, String change, int more, int best, NeedTerms terms) {
    /** E.g. "Minimum overlap 15 h instead of 20 h: +4 people". */
    public String sentence() {
      return change + ": " + gain(more);
    }
  }

  /** The relaxations of this many constraints that gain somebody, the most gain first. */
  public List<Relaxation> gaining(int constraints) {
    return relaxations.stream()
        .filter(r -> r.constraints().size() == constraints && r.together() > 0)
        .sorted((one, other) -> Integer.compare(other.more(), one.more()))
        .toList();
  }

  static List<Relaxation> relaxations(Tally tally) {
    var all = new ArrayList<Relaxation>();
    var relaxable = Constraint.in(Constraint.RELAXABLE);
    for (var one : relaxable) {
      all.add(relaxation(tally, List.of(one), one.bit(), one.bit()));
    }
    for (var one : relaxable) {
      for (var other : relaxable.subList(one.ordinal() + 1, relaxable.size())) {
        all.add(relaxation(tally, List.of(one, other), one.bit(), other.bit()));
      }
    }
    return all;
  }

  private static Relaxation relaxation(Tally tally, List<Constraint> both, int one, int other) {
    int together = tally.count(one | other);
    int more = together;
    int best = tally.best(one | other);
    if (one != other) {
      more += tally.count(one) + tally.count(other);
      best = Math.max(best, Math.max(tally.best(one), tally.best(other)));
    }
    return new Relaxation(both, more, more == 0 ? null : best, together);
  }

  private static String gain(int more) {
    return more == 0 ? "nobody more" : "+" + Wording.people(more);
  }
}
