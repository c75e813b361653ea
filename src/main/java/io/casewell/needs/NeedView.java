package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need as its page shows it.
 *
 * @param tone the badge's colour
 * @param lead the sentence under the title
 * @param parties names, confidential to the firm
 * @param team the other needs of its team
 * @param mayWrite whether the viewer may change it
 */
public record NeedView(
    String id,
    String title,
    NeedState state,
    String tone,
    String lead,
    @Nullable String closedReason,
    List<Fact> facts,
    List<String> parties,
    List<Mate> team,
    boolean mayWrite) {

  /** Another need of the team. */
  public record Mate(String id, String title, String state, String tone) {}

  static NeedView of(
      Need need, List<String> parties, List<Need> team, boolean mayWrite, Catalogue catalogue) {
    var terms = need.terms();
    var lead =
        "%s, %s a week from %s"
            .formatted(
                terms.role().label(),
                NeedWords.count(terms.hoursPerWeek(), "hour", "hours"),
                NeedWords.day(terms.startDate()));
    return new NeedView(
        need.id().toString(),
        terms.title(),
        need.state(),
        NeedLine.tone(need.state()),
        lead,
        need.closedReason(),
        NeedFacts.of(terms, catalogue),
        parties,
        team.stream().filter(mate -> !mate.id().equals(need.id())).map(NeedView::mate).toList(),
        mayWrite);
  }

  private static Mate mate(Need need) {
    return new Mate(
        need.id().toString(),
        need.terms().title(),
        need.state().label(),
        NeedLine.tone(need.state()));
  }

  public boolean mayPublish() {
    return mayWrite && (state == NeedState.DRAFT || state == NeedState.PAUSED);
  }

  public boolean mayPause() {
    return mayWrite && state == NeedState.OPEN;
  }

  public boolean mayClose() {
    return mayWrite && state.mayBecome(NeedState.CLOSED);
  }

  public boolean mayEdit() {
    return mayWrite && state.changeable();
  }

  /** Whether it makes sense to look who fits. */
  public boolean showsMatches() {
    return state != NeedState.CLOSED;
  }
}
