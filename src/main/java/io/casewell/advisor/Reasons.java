package io.casewell.advisor;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Mention;
import io.casewell.catalogue.Mention.Kind;
import io.casewell.catalogue.Reading;
import io.casewell.catalogue.Role;
import io.casewell.catalogue.Task;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says in sentences why an answer is what it is. */
final class Reasons {
  private static final int SHOWN = 3;
  private static final int QUOTED = 12;

  /** What is said of a text we cannot read. */
  static final String OTHER_LANGUAGE =
      "The text seems to be written in another language than English, and the advisor reads only"
          + " English. Describe the work in English, or give the hours by kind of work.";

  private Reasons() {}

  /** The three kinds of work that pull hardest, each with its sentence of the guide. */
  static List<String> ofHours(Catalogue catalogue, TaskHours hours) {
    var reasons = new ArrayList<String>();
    var said = new HashSet<String>();
    if (hours.verdict() == Verdict.NOT_ENOUGH_INFORMATION) {
      reasons.add(
          "Below 3 hours a week in all, no answer would be honest. Add the hours of more of your"
              + " work, or describe a usual week.");
    }
    IntStream.range(0, hours.tasks().size())
        .filter(i -> hours.units().get(i) > 0)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> -pull(hours, i)))
        .limit(SHOWN)
        .forEach(
            i -> reasons.add(task(catalogue, hours.tasks().get(i), hours.units().get(i), said)));
    if (hours.verdict() != Verdict.NOT_ENOUGH_INFORMATION) {
      reasons.add(threshold(hours.balance(), true));
    }
    return reasons;
  }

  private static long pull(TaskHours hours, int i) {
    return hours.units().get(i) * Math.abs(2 * hours.tasks().get(i).paralegalShare() - 100);
  }

  private static String task(Catalogue catalogue, Task task, long units, Set<String> said) {
    var head = task.name() + ", " + Wording.hours(units) + " a week: ";
    if (task.paralegalShare() == 50) {
      return head + "either role does this well.";
    }
    var leaning = task.paralegalShare() > 50 ? Role.PARALEGAL : Role.CASE_MANAGER;
    return head + sentence(catalogue, task.duties(), leaning, said);
  }

  /** The closest sentence of the guide that leans this way and was not said yet, duties first. */
  private static String sentence(
      Catalogue catalogue, List<String> duties, Role leaning, Set<String> said) {
    var all =
        duties.stream()
            .map(catalogue::duty)
            .filter(duty -> duty.role() == leaning)
            .sorted(Comparator.comparing(duty -> !duty.kind().equals("duty")))
            .toList();
    for (var duty : all) {
      if (said.add(duty.code())) {
        return Wording.small(duty.sentence());
      }
    }
    return leaning == Role.PARALEGAL
        ? "this, too, is a paralegal's work."
        : "this, too, is a case manager's work.";
  }

  private static String threshold(Balance balance, boolean hours) {
    int percent = balance.share().movePointRight(2).intValue();
    var part = hours ? "of these hours are" : "of what the text asks for is";
    var share = "About " + percent + "% " + part + " a paralegal's work. ";
    if (balance.paralegal() >= 70 * balance.total()) {
      return balance.byWeightOrHours(hours) == Verdict.PARALEGAL
          ? share
              + "From 70% on, with little work at the core of a case manager's, one paralegal"
              + " carries it; this is "
              + points(percent - 70)
              + " above that line."
          : share
              + "But enough of the rest lies at the core of a case manager's work"
              + (hours ? " (" + Wording.hours(balance.caseManagerCore()) + " a week)" : "")
              + " to want one beside the paralegal.";
    }
    if (balance.paralegal() <= 30 * balance.total()) {
      return balance.byWeightOrHours(hours) == Verdict.CASE_MANAGER
          ? share
              + "Up to 30%, with little work at the core of a paralegal's, one case manager"
              + " carries it; this is "
              + points(30 - percent)
              + " below that line."
          : share
              + "But enough of it lies at the core of a paralegal's work"
              + (hours ? " (" + Wording.hours(balance.paralegalCore()) + " a week)" : "")
              + " to want one beside the case manager.";
    }
    boolean nearerParalegal = percent >= 50;
    return share
        + "Between 30% and 70% the work belongs to both; this is "
        + points(nearerParalegal ? 70 - percent : percent - 30)
        + (nearerParalegal ? " short of a paralegal alone." : " away from a case manager alone.");
  }

  private static String points(int points) {
    return points == 0 ? "less than one point" : points == 1 ? "1 point" : points + " points";
  }

  /** The three skills of the text that pull hardest, or what is missing. */
  static List<String> ofText(
      Catalogue catalogue, TextWeights weights, Verdict verdict, @Nullable BigDecimal hours) {
    var reasons = new ArrayList<String>();
    var said = new HashSet<String>();
    if (verdict == Verdict.NOT_ENOUGH_INFORMATION) {
      reasons.add(
          hours != null
              ? "The text asks for fewer than 3 hours a week in all, too little for an answer."
              : "We recognised no work in the text that is asked for. Name some of it, for"
                  + " example “legal research”, “drafting motions” or “client intake”.");
    }
    for (var strong : weights.strongest(SHOWN)) {
      var skill = strong.getKey();
      var leaning =
          skill.paralegalWeight() >= skill.caseManagerWeight() ? Role.PARALEGAL : Role.CASE_MANAGER;
      reasons.add(
          "“"
              + strong.getValue().phrase()
              + "”: "
              + sentence(catalogue, skill.duties(), leaning, said));
    }
    if (weights.titleLeftOut()) {
      reasons.add(
          "The title is left out of the sum: titles are used loosely, and alone it would have"
              + " turned the answer that the work described gives.");
    }
    if (weights.onlyTitles()) {
      reasons.add(
          "The text names a title and no work. Titles are used loosely, so describe the work to be"
              + " sure of the answer.");
    } else if (verdict != Verdict.NOT_ENOUGH_INFORMATION) {
      reasons.add(threshold(weights.balance(), false));
    }
    return reasons;
  }

  /** A note when the text by itself would have said something else. */
  static List<String> disagreement(Verdict byHours, TextWeights weights) {
    var byText = weights.balance().byWeight();
    boolean differs =
        byText != byHours && byText != Verdict.NOT_ENOUGH_INFORMATION && !weights.onlyTitles();
    return differs
        ? List.of("The text by itself points to " + byText.inSentence() + "; the hours decide.")
        : List.of();
  }

  /** What the answer would be without the work somebody already does. */
  static List<String> employed(TaskHours hours, Reading reading) {
    var notes = new ArrayList<String>();
    for (var role : reading.employed()) {
      var left = hours.without(role);
      long covered = hours.balance().total() - left.balance().total();
      if (covered > 0) {
        var title = role == Role.PARALEGAL ? "paralegal" : "case manager";
        notes.add(
            "You already have a %s. If they cover the %s entered for such work, take them out: the answer for the rest would be %s."
                .formatted(title, Wording.hours(covered), left.verdict().inSentence()));
      }
    }
    return notes;
  }

  /** What was left out, and whether a credential belongs on the seat. */
  static List<String> gates(Verdict verdict, Reading reading) {
    var notes = new ArrayList<String>();
    var leftOut = new LinkedHashSet<String>();
    reading.mentions().stream()
        .filter(m -> m.negated() && (m.kind() == Kind.SKILL || m.kind() == Kind.TITLE))
        .map(Mention::phrase)
        .forEach(leftOut::add);
    if (!leftOut.isEmpty()) {
      notes.add(
          "Left out, because the text says it is not wanted or already covered: "
              + Wording.quoted(leftOut.stream().limit(QUOTED).toList())
              + (leftOut.size() > QUOTED ? " and more." : "."));
    }
    if (!reading.wanted(Kind.CERTIFICATION).isEmpty()) {
      notes.add(
          verdict == Verdict.CASE_MANAGER
              ? "You ask for a certified person. That is a paralegal's credential; the work"
                  + " described does not need one."
              : "You ask for a certified person, so the paralegal's seat needs a paralegal"
                  + " credential. It does not change the hours.");
    }
    return notes;
  }

  /** What only a lawyer may do, once each. */
  static List<String> outOfScope(Reading reading) {
    return reading.codes(Kind.OUT_OF_SCOPE).stream().map(Reasons::beyond).toList();
  }

  private static String beyond(String code) {
    return switch (code) {
      case "legal_advice" ->
          "Giving legal advice is for an attorney. Neither role may do it; both can prepare it for"
              + " you and pass on what you decide.";
      case "fees" ->
          "Setting fees is for an attorney. Neither role may do it; a case manager can send the"
              + " agreement you have decided on.";
      case "clients" ->
          "Accepting a client or a case is for an attorney. Neither role may do it; a case manager"
              + " can screen and prepare the decision.";
      default ->
          "Appearing in court and speaking for a client are for an attorney. Neither role may do"
              + " it; a paralegal prepares the hearing, a case manager arranges it.";
    };
  }
}
