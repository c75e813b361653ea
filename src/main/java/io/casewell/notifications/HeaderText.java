package io.casewell.notifications;

import java.util.regex.Pattern;

/**
 * Text of people as it may stand in a mail's header: on one line, with nothing a mail program would
 * read as another header (CRLF injection) or as text running backwards.
 */
final class HeaderText {
  private static final int LONGEST = 180;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}\\p{Cs}]+");

  private HeaderText() {}

  static String clean(String text) {
    var line = UNFIT.matcher(text).replaceAll(" ").replaceAll(" {2,}", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
