package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Ids;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the page of one step shows it.
 *
 * @param version it was drawn with, 0 while it was never saved
 * @param tab names this very page, so that its own saves never look stale to it
 * @param fed whether it comes from advice, to be read when it is first saved
 * @param newer who saved meanwhile and when, in words, or null
 * @param facts what is asked for so far, in words, on the last step
 * @param missing what keeps it from being posted
 */
public record DraftView(
    String id,
    long version,
    String tab,
    Step step,
    boolean fed,
    @Nullable String newer,
    List<Fact> facts,
    List<Missing> missing) {

  /** Something to mend, and on which page. */
  public record Missing(Step step, String words) {}

  static DraftView of(
      NeedDraft draft,
      Step step,
      @Nullable NeedDraft newer,
      Problems problems,
      Instant now,
      Catalogue catalogue) {
    var missing =
        problems.byField().entrySet().stream()
            .map(one -> new Missing(Step.owning(one.getKey()), one.getValue()))
            .sorted(java.util.Comparator.comparing(Missing::step))
            .toList();
    return new DraftView(
        draft.id().toString(),
        draft.version(),
        Ids.next().toString(),
        step,
        false,
        newer == null
            ? null
            : (newer.changedBy().isEmpty() ? "Somebody" : newer.changedBy())
                + ", "
                + NeedWords.ago(newer.updatedAt(), now),
        step == Step.CHECK ? facts(draft, now, catalogue) : List.of(),
        missing);
  }

  /** A draft that was never saved. */
  static DraftView begun(boolean fed) {
    return new DraftView(
        Ids.next().toString(),
        0,
        Ids.next().toString(),
        Step.WORK,
        fed,
        null,
        List.of(),
        List.of());
  }

  private static List<Fact> facts(NeedDraft draft, Instant now, Catalogue catalogue) {
    try {
      var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      var first = new FormTree(draft.form(), catalogue).inputs(today, null).getFirst();
      return NeedFacts.of(first.terms(), catalogue);
    } catch (Refusal.Invalid _) {
      // what is wrong stands on the page; there is nothing whole to sum up
      return List.of();
    }
  }
}
