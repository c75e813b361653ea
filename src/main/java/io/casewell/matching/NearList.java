package io.casewell.matching;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a need would gain by asking for less, as its page shows it.
 *
 * @param need its id
 * @param title the firm's words for it
 * @param steps smaller changes, in words
 * @param relaxations single constraints given up, the most gain first
 * @param people who fails one or two, the best first
 */
public record NearList(
    String need, String title, List<Gain> steps, List<Gain> relaxations, List<Person> people) {
  private static final int SHOWN = 8;

  /** A change and what it gains. */
  public record Gain(String change, String gain, String best) {}

  /** Somebody who nearly fits. */
  public record Person(String name, int percent, String misses) {}

  static NearList of(Matches.Near near) {
    var misses = near.misses();
    return new NearList(
        near.need().id().toString(),
        near.need().terms().title(),
        misses.steps().stream().limit(SHOWN).map(NearList::gain).toList(),
        misses.gaining(1).stream()
            .filter(relaxation -> !said(misses, relaxation))
            .limit(SHOWN)
            .map(NearList::gain)
            .toList(),
        misses.ranking().near().stream()
            .limit(SHOWN)
            .map(candidate -> person(near, candidate.match()))
            .toList());
  }

  private static Gain gain(NearMisses.Step step) {
    return new Gain(step.change(), "+" + Wording.people(step.more()), best(step.best()));
  }

  /** Whether a smaller change of the same constraint gains as many. */
  private static boolean said(NearMisses misses, NearMisses.Relaxation relaxation) {
    var constraint = relaxation.constraints().getFirst();
    return misses.steps().stream()
        .limit(SHOWN)
        .anyMatch(step -> step.constraint() == constraint && step.more() >= relaxation.more());
  }

  private static Gain gain(NearMisses.Relaxation relaxation) {
    var best = relaxation.best();
    return new Gain(
        without(relaxation.constraints().getFirst()),
        "+" + Wording.people(relaxation.more()),
        best == null ? "" : best(best));
  }

  private static String without(Constraint constraint) {
    return switch (constraint) {
      case ROLE -> "Whichever of the two roles they offer";
      case SKILLS -> "Without any must-have skill";
      case CREDENTIALS -> "Without any credential";
      case JURISDICTION -> "Whatever their jurisdictions";
      case CAPACITY -> "However few hours they have free";
      case OVERLAP -> "However few hours they share with you";
      case RATE -> "At any rate";
      case LANGUAGE -> "Whatever languages they speak";
      case SOFTWARE -> "Whatever programs they know";
      case CONFLICT, BLOCKED, STATUS -> throw new IllegalArgumentException(constraint.label());
    };
  }

  private static String best(int score) {
    return "the best of them at " + score / 100 + " %";
  }

  private static Person person(Matches.Near near, Match match) {
    var card = near.cards().get(match.staff().value());
    return new Person(
        card == null ? "Somebody new" : card.name(),
        match.percent(),
        match.failed().stream().map(Constraint::sentence).collect(Collectors.joining("; ")));
  }
}
