package io.casewell.calendar;

import io.casewell.platform.RankedFacts;
import io.casewell.platform.Reaction;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells matching that somebody promised hours, or has them back. */
@Component
class FollowAgreedHours implements Reaction<AgreedHoursChanged> {
  private final ObjectProvider<RankedFacts> facts;
  private final Worker worker;

  FollowAgreedHours(ObjectProvider<RankedFacts> facts, Worker worker) {
    this.facts = facts;
    this.worker = worker;
  }

  @Override
  public Class<AgreedHoursChanged> to() {
    return AgreedHoursChanged.class;
  }

  @Override
  public Mono<Void> on(AgreedHoursChanged event) {
    var ranked = facts.getIfAvailable();
    return ranked == null
        ? Mono.empty()
        : worker.transactional(ranked.renewBy(worker, List.of(new StaffId(event.staff()))));
  }
}
