package io.casewell.matching;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  /**
   * A change and what it gains.
   *
   * @param score the best score among whom it brings in; null where that is not known
   */
  public record Gain(String change, String gain, @Nullable Integer score, int more) {
    /** The best of them, in words. */
    public String best() {
      return score == null ? "" : "the best of them at " + Wording.points(score) + " points";
    }
  }

  /** Somebody who nearly fits. */
  public record Person(String name, String points, String misses) {}

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

  /** The change that gains most, in a few words; empty where none gains anybody. */
  public String summary() {
    var all = Stream.concat(steps.stream(), relaxations.stream()).toList();
    if (all.isEmpty()) {
      return "";
    }
    var most = all.stream().max(Comparator.comparingInt(Gain::more)).orElseThrow();
    return Wording.count(all.size(), "change", "changes")
        + " would bring in more people. "
        + most.change()
        + ": "
        + most.gain()
        + ".";
  }

  private static Gain gain(NearMisses.Step step) {
    return new Gain(step.change(), "+" + Wording.people(step.more()), step.best(), step.more());
  }

  /** Whether a smaller change of the same constraint gains as many. */
  private static boolean said(NearMisses misses, NearMisses.Relaxation relaxation) {
    var constraint = relaxation.constraints().getFirst();
    return misses.steps().stream()
        .limit(SHOWN)
        .anyMatch(step -> step.constraint() == constraint && step.more() >= relaxation.more());
  }

  private static Gain gain(NearMisses.Relaxation relaxation) {
    return new Gain(
        without(relaxation.constraints().getFirst()),
        "+" + Wording.people(relaxation.more()),
        relaxation.best(),
        relaxation.more());
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

  private static Person person(Matches.Near near, Match match) {
    var card = near.cards().get(match.staff().value());
    return new Person(
        card == null ? "Somebody new" : card.name(),
        Wording.points(match.score()),
        match.failed().stream().map(Constraint::sentence).collect(Collectors.joining("; ")));
  }
}
