package io.casewell.platform;

/** A file that is not taken, with the sentence for whoever sent it. */
final class UnfitFile extends Exception {
  UnfitFile(String sentence) {
    // no stack trace: it is an answer, not a fault
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
