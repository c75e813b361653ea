package io.casewell.matching;

import io.casewell.platform.HealthSign;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How far this node's index is behind the log of facts. */
@Component
class IndexSign implements HealthSign {
  private final FactsLog log;
  private final FollowedIndex index;

  IndexSign(FactsLog log, FollowedIndex index) {
    this.log = log;
    this.index = index;
  }

  @Override
  public int place() {
    return 7;
  }

  @Override
  public String name() {
    return "Matching index";
  }

  @Override
  public Mono<Sign> look() {
    return log.changedAfter(index.position()).map(this::sign);
  }

  private Sign sign(long behind) {
    if (!index.isLoaded()) {
      return new Sign(name(), State.SLOW, "Loading", "This node is still reading everybody in.");
    }
    return new Sign(
        name(),
        behind > 1_000 ? State.SLOW : State.WELL,
        "%,d behind".formatted(behind),
        behind == 0
            ? "This node ranks by everything that is committed."
            : "Changes that this node has yet to read; it looks three times a second.");
  }
}
