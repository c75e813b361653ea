package io.casewell.home;

import io.casewell.firms.Colleague;
import io.casewell.firms.Firm;
import io.casewell.firms.Firms;
import io.casewell.needs.NeedsDesk;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a firm's person finds on their first page. */
@Component
public class FirmDesk {
  private final Firms firms;
  private final NeedsDesk needs;
  private final Tenancy tx;

  FirmDesk(Firms firms, NeedsDesk needs, Tenancy tx) {
    this.firms = firms;
    this.needs = needs;
    this.tx = tx;
  }

  /**
   * The desk.
   *
   * @param steps the way to a firm that is set up, done or not
   */
  public record Desk(NeedsDesk.Glance needs, List<DeskStep> steps) {
    /** How many steps are done. */
    public long done() {
      return steps.stream().filter(DeskStep::done).count();
    }

    /** Whether there is something left to do. */
    public boolean unfinished() {
      return done() < steps.size();
    }

    /** Whether anything waits for the viewer. */
    public boolean waits() {
      return !needs.unfinished().isEmpty() || !needs.mine().isEmpty() || needs.in("draft") > 0;
    }
  }

  Mono<Desk> of(Caller.FirmMember member, ZoneId zone) {
    return Mono.zip(
            firms.find(member.firm()).switchIfEmpty(Mono.error(Refusal.notFound())),
            firms.people(member.firm()).collectList(),
            needs.of(member, zone))
        .as(tx::transactional)
        .map(all -> new Desk(all.getT3(), steps(all.getT1(), all.getT2(), all.getT3())));
  }

  private static List<DeskStep> steps(Firm firm, List<Colleague> people, NeedsDesk.Glance needs) {
    boolean attorney =
        people.stream()
            .anyMatch(one ->
                Arrays.asList(one.roles())
                    .contains(
                        FirmRole.SUPERVISING_ATTORNEY.name().toLowerCase(java.util.Locale.ROOT)));
    return List.of(
        new DeskStep(
            "Say what your firm does",
            "Practice areas bring the right people up.",
            "/firm",
            firm.practiceAreas().length > 0),
        new DeskStep(
            "Bring in a colleague",
            "Somebody who hires, approves time or pays.",
            "/firm",
            people.size() > 1),
        new DeskStep(
            "Name a supervising attorney",
            "Who answers for the work; nobody starts without one.",
            "/firm",
            attorney),
        new DeskStep(
            "Post your first need",
            "You see at once who fits, and why.",
            "/needs/new",
            needs.postedBy()),
        new DeskStep(
            "Name the parties of a matter",
            "It keeps people out who worked for one of them.",
            "/needs",
            needs.named()));
  }
}
