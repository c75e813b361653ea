package io.casewell.openings;

import io.casewell.matching.Engine;
import io.casewell.matching.Match;
import io.casewell.matching.StaffFacts;
import io.casewell.needs.NeedLog;
import io.casewell.needs.NeedTerms;
import java.time.Instant;

/** An open need, ready to be held against somebody. */
final class OpenNeed {
  private final NeedLog.Changed changed;
  private final Engine.Judge judge;

  OpenNeed(NeedLog.Changed changed, Engine.Judge judge) {
    this.changed = changed;
    this.judge = judge;
  }

  NeedTerms terms() {
    return changed.need().terms();
  }

  NeedLog.Changed changed() {
    return changed;
  }

  synchronized Match match(StaffFacts facts, Instant now) {
    return judge.match(facts, now);
  }
}
