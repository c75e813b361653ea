package io.casewell.matching;

import io.casewell.needs.NeedTerms;

/**
 * What everybody in a snapshot shares with a need's window: worked out once for each different
 * weekly pattern, and singly only for those who have promised time in the weeks looked at.
 */
final class SharedHours {
  private final HoursTable.View patterns;
  private final int[] byPattern;
  private final Overlap.Zone[] zoneOf;
  private final int[][] byBlock;

  SharedHours(NeedTerms terms, Snapshot snapshot) {
    patterns = snapshot.patterns();
    var overlap = new Overlap(terms);
    zoneOf = patterns.zones().stream().map(overlap::zone).toArray(Overlap.Zone[]::new);
    byPattern = new int[patterns.size()];
    for (int i = 0; i < byPattern.length; i++) {
      byPattern[i] = zone(i).minutes(patterns.bits(), HoursTable.View.offset(i));
    }
    byBlock = new int[snapshot.blocks().length][];
    for (int i = 0; i < byBlock.length; i++) {
      byBlock[i] = minutes(snapshot.blocks()[i]);
    }
  }

  /** Minutes a week of each staff member in this block. To be read only. */
  int[] of(int block) {
    return byBlock[block];
  }

  private int[] minutes(Block block) {
    var minutes = new int[Block.SIZE];
    for (int row = 0; row < Block.SIZE; row++) {
      minutes[row] = block.roles[row] == 0 ? 0 : byPattern[block.hours[row]];
    }
    var promised = block.promised();
    for (int n = 0; n < promised.rows.length; n++) {
      int row = promised.rows[n];
      int pattern = block.hours[row];
      minutes[row] =
          Overlap.minutes(
              zone(pattern),
              patterns.bits(),
              HoursTable.View.offset(pattern),
              promised.all,
              promised.from(n),
              promised.to(n));
    }
    return minutes;
  }

  private Overlap.Zone zone(int pattern) {
    return zoneOf[patterns.zoneOf()[pattern]];
  }
}
