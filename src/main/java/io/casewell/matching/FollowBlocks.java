package io.casewell.matching;

import io.casewell.platform.RankedFacts;
import io.casewell.platform.Reaction;
import io.casewell.platform.Worker;
import io.casewell.talent.BlockChanged;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes a block into the facts of the staff member concerned. A firm may not write them, so it is
 * done after its transaction, moments later.
 */
@Component
class FollowBlocks implements Reaction<BlockChanged> {
  private final RankedFacts facts;
  private final Worker worker;

  FollowBlocks(RankedFacts facts, Worker worker) {
    this.facts = facts;
    this.worker = worker;
  }

  @Override
  public Class<BlockChanged> to() {
    return BlockChanged.class;
  }

  @Override
  public Mono<Void> on(BlockChanged event) {
    return facts.renewBy(worker, List.of(event.staff()));
  }
}
