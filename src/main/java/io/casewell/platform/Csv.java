package io.casewell.platform;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A list as a file (RFC 4180), for programs and for spreadsheets alike. What a spreadsheet would
 * run as a formula gets an apostrophe in front; numbers of ours stay numbers.
 */
public final class Csv {
  private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

  /** Without it spreadsheets take UTF-8 for something else. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The full-width forms too, which spreadsheets of some countries read as the plain ones. */
  private static final String BEGIN_A_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final StringBuilder text = new StringBuilder().append(BYTE_ORDER_MARK);
  private final int columns;

  private Csv(int columns) {
    this.columns = columns;
  }

  /** A file with these columns. */
  public static Csv of(String... heads) {
    return new Csv(heads.length).row((Object[]) heads);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column: text, a whole number, a day, a moment, or null for nothing
   */
  public Csv row(@Nullable Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
    }
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append("\r\n");
    return this;
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case LocalDate day -> day.toString();
      case OffsetDateTime at ->
          at.truncatedTo(ChronoUnit.SECONDS).withOffsetSameInstant(ZoneOffset.UTC).toString();
      case String words -> quoted(harmless(words));
      default -> throw new IllegalArgumentException("no cell for " + value.getClass());
    };
  }

  private static String harmless(String words) {
    var clean = words.replace("\0", "");
    return !clean.isEmpty() && BEGIN_A_FORMULA.indexOf(clean.charAt(0)) >= 0 ? "'" + clean : clean;
  }

  private static String quoted(String words) {
    boolean plain = words.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
    return plain && words.equals(words.strip()) ? words : '"' + words.replace("\"", "\"\"") + '"';
  }

  /** Whole cents as a number of dollars. */
  public static String dollars(long cents) {
    return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
  }

  /** The file as it is downloaded under this name, whatever letters are in it. */
  public ResponseEntity<byte[]> as(String fileName) {
    var disposition =
        ContentDisposition.attachment().filename(fileName, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
