package io.casewell.home;

import io.casewell.needs.NeedsDesk;
import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a firm's person finds on their first page. */
@Component
public class FirmDesk {
  private final NeedsDesk needs;
  private final Tenancy tx;

  FirmDesk(NeedsDesk needs, Tenancy tx) {
    this.needs = needs;
    this.tx = tx;
  }

  /** The desk; how far the firm is set up is told by the firm's own checklist. */
  public record Desk(NeedsDesk.Glance needs) {
    /** Whether anything waits for the viewer. */
    public boolean waits() {
      return !needs.unfinished().isEmpty() || !needs.mine().isEmpty() || needs.in("draft") > 0;
    }
  }

  Mono<Desk> of(Caller.FirmMember member, ZoneId zone) {
    return needs.of(member, zone).as(tx::transactional).map(Desk::new);
  }
}
