package io.casewell.calendar;

/** Why a calendar file is not taken, in a sentence for whoever brought it. */
final class IcsRefused extends RuntimeException {
  IcsRefused(String sentence) {
    // no stack trace: it is an answer, not a fault
    super(sentence, null, false, false);
  }

  /** The sentence. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
