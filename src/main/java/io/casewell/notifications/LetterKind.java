package io.casewell.notifications;

import java.util.Map;

/**
 * One kind of mail. It puts the kept facts into words at the moment of sending; a link's token is
 * computed here and goes into the mail alone.
 */
public interface LetterKind {
  /** Its word in the table. */
  String kind();

  /** What operations read of it, e.g. "Invitation". */
  String label();

  /** The words. */
  Letter write(Map<String, String> facts);
}
