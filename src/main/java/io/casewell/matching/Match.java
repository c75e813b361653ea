package io.casewell.matching;

import io.casewell.platform.StaffId;
import java.util.List;

/**
 * A staff member held against a need.
 *
 * @param staff who
 * @param mask the constraints that fail, one bit each; 0 is eligible
 * @param points of each {@link Part}, in its order
 * @param sharedMinutes real minutes shared in the worst of the weeks looked at
 */
public record Match(StaffId staff, int mask, List<Integer> points, int sharedMinutes) {
  public Match {
    points = List.copyOf(points);
    if (points.size() != Part.values().length) {
      throw new IllegalArgumentException("a match has points for each part");
    }
  }

  /** The points of one part. */
  public int points(Part part) {
    return points.get(part.ordinal());
  }

  /** All points, 0 to 10,000. */
  public int score() {
    int sum = 0;
    for (int part : points) {
      sum += part;
    }
    return sum;
  }

  /** The score in whole percent, rounded down. */
  public int percent() {
    return score() / 100;
  }

  /** Whether no constraint fails. */
  public boolean eligible() {
    return mask == 0;
  }

  /** The constraints that fail. */
  public List<Constraint> failed() {
    return Constraint.in(mask);
  }
}
