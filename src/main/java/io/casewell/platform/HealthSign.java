package io.casewell.platform;

import reactor.core.publisher.Mono;

/** One thing operations look at to know that the house is well: make it a bean. */
public interface HealthSign {
  /** Where it stands in the list, from 1. */
  int place();

  /** Looks now. An error counts as bad. */
  Mono<Sign> look();

  /** What it is called, e.g. "Outbox". */
  String name();

  /** How it is, from well to broken. */
  enum State {
    WELL("Well", "good"),
    SLOW("Look at it", "warn"),
    BROKEN("Broken", "bad");

    private final String label;
    private final String tone;

    State(String label, String tone) {
      this.label = label;
      this.tone = tone;
    }

    /** The word a person reads. */
    public String label() {
      return label;
    }

    /** The badge's tone. */
    public String tone() {
      return tone;
    }
  }

  /**
   * What was seen.
   *
   * @param figure the number that matters, short
   * @param words what it means, and what to do where it is not well
   */
  record Sign(String name, State state, String figure, String words) {}
}
