package io.casewell.identity;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What everybody agrees to at coming in. The text is a template; whoever changes what it says gives
 * it a new version here, and everybody is asked again at the next sign-in.
 */
public enum Document {
  TERMS("terms", "Terms of use", "2026-11-24"),
  PRIVACY("privacy", "Privacy notice", "2026-11-24");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US);

  private final String word;
  private final String title;
  private final String version;

  Document(String word, String title, String version) {
    this.word = word;
    this.title = title;
    this.version = version;
  }

  /** Its word in addresses and in the table. */
  public String word() {
    return word;
  }

  /** Its heading. */
  public String title() {
    return title;
  }

  /** The same as a person writes it, e.g. "November 24, 2026". */
  public String versionInWords() {
    return LocalDate.parse(version).format(DAY);
  }

  /** The day of the version that counts. */
  public String version() {
    return version;
  }
}
