package io.casewell.demos;

import java.util.List;
import java.util.UUID;

/**
 * A question that leads a visitor to the right demo, or the right person.
 *
 * @param answers each with where it leads
 */
public record Route(UUID id, int place, String question, List<Answer> answers, long version) {
  public Route {
    answers = List.copyOf(answers);
  }

  /**
   * An answer.
   *
   * @param label as a visitor reads it
   * @param slug the type it leads to
   * @param rep the account of the person it leads to, or empty
   */
  public record Answer(String label, String slug, String rep) {}
}
