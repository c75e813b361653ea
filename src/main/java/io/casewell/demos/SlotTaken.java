package io.casewell.demos;

/** Nobody is free at that time any more; whoever asked is shown the nearest times instead. */
final class SlotTaken extends RuntimeException {
  /** The sentence a person reads. */
  static final String SENTENCE = "That time was taken a moment ago. These are free and near it.";

  SlotTaken() {
    // no stack trace: it is an answer, not a fault
    super(SENTENCE, null, false, false);
  }
}
