package io.casewell.platform;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A feature's own words for what the trail says of its things. Several features may speak of one
 * kind; the first that knows a step says it.
 */
public interface TrailWords {
  /** The kinds it speaks of, each with what a person calls one, e.g. {@code need} → "Need". */
  Map<String, String> kinds();

  /** What was done, going on from a name: "paused the search."; empty when it is not this one's. */
  Optional<Said> say(Step step);

  /** Where operations read more of the thing, or null. */
  default @Nullable String address(String kind, UUID subject) {
    return null;
  }

  /**
   * One step of a thing's life.
   *
   * @param before only what changed, or a missing node
   * @param after likewise
   */
  record Step(String kind, UUID subject, String what, JsonNode before, JsonNode after) {}

  /**
   * What was done, in words.
   *
   * @param words going on from the name of whoever did it, with its full stop
   * @param icon drawn beside it
   */
  record Said(String words, String icon) {}

  /** A sentence with its picture. */
  static Optional<Said> said(String words, String icon) {
    return Optional.of(new Said(words, icon));
  }
}
