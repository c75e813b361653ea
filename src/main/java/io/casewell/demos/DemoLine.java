package io.casewell.demos;

import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * A demo in the team's diary.
 *
 * @param when by the rep's clock
 * @param theirs by the prospect's clock where it differs, or empty
 * @param away how long until it begins, or how long ago it did
 * @param answers label → answer
 * @param begun whether it has, so that it can have an outcome
 */
public record DemoLine(
    String id,
    String type,
    String when,
    String theirs,
    String away,
    DemoState state,
    String rep,
    String leadId,
    String lead,
    String firm,
    String meetingLink,
    Map<String, String> answers,
    boolean begun,
    String reason) {
  static String away(Instant start, Instant now) {
    return start.isAfter(now) ? TimeWords.ahead(start, now) : TimeWords.ago(start, now);
  }

  static String theirs(Instant start, ZoneId theirs, ZoneId ours) {
    boolean same = theirs.getRules().getOffset(start).equals(ours.getRules().getOffset(start));
    return same ? "" : DemoWords.brief(start, theirs) + " for them";
  }
}
