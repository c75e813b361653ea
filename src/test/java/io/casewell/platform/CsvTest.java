package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Abuse case E4: what a spreadsheet would run arrives as text, and everything else unchanged. */
class CsvTest {
  private static String text(Csv file) {
    return new String(
        Objects.requireNonNull(file.as("list.csv").getBody()), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1",
        "@SUM(A1:A9)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "=\"quoted\",\nand more"
      })
  void takesTheSpellOffWhatWouldRun(String evil) {
    var rows = CsvReader.rows(text(Csv.of("A", "B").row(evil, "after")));
    assertThat(rows.get(1)).containsExactly("'" + evil, "after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "a,b",
        "a\"b",
        "two\r\nlines",
        " kept ",
        "",
        "a=b",
        "\u202eabc",
        "Ünïcödé 🦉",
        "'"
      })
  void bringsBackEverythingElseAsItWas(String harmless) {
    var rows = CsvReader.rows(text(Csv.of("A", "B").row(harmless, harmless)));
    assertThat(rows.get(1)).containsExactly(harmless, harmless);
  }

  @Test
  void leavesOutNulBeforeItLooks() {
    assertThat(CsvReader.rows(text(Csv.of("A").row("\0=1"))).get(1)).containsExactly("'=1");
  }

  @Test
  void leavesNumbersAndDatesTheirForm() {
    var file =
        Csv.of("A", "B", "C", "D", "E")
            .row(
                -12,
                3L,
                LocalDate.parse("2026-02-28"),
                OffsetDateTime.parse("2026-02-28T09:30:00.5-05:00"),
                null);
    assertThat(text(file)).endsWith("\r\n-12,3,2026-02-28,2026-02-28T14:30Z,\r\n");
    assertThat(Csv.dollars(4205)).isEqualTo("42.05");
  }

  @Test
  void beginsWithTheMarkThatSpreadsheetsLookFor() {
    var bytes = Objects.requireNonNull(Csv.of("A").as("x").getBody());
    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
  }

  @Test
  void isDownloadedUnderItsNameWhateverLettersAreInIt() {
    var headers = Csv.of("A").as("Fälle \"2026\"; filename=x.exe.csv").getHeaders();
    assertThat(headers.getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(headers.getFirst("Content-Disposition"))
        .startsWith("attachment; ")
        .contains("filename*=UTF-8''F%C3%A4lle%20%222026%22%3B%20filename%3Dx.exe.csv");
  }

  @Test
  void refusesARowThatDoesNotFit() {
    var file = Csv.of("A", "B");
    assertThatThrownBy(() -> file.row("one")).isInstanceOf(IllegalArgumentException.class);
  }

  /** Reads RFC 4180, written apart from what it tests. */
  static final class CsvReader {
    private CsvReader() {}

    static List<List<String>> rows(String text) {
      var rows = new ArrayList<List<String>>();
      var row = new ArrayList<String>();
      var cell = new StringBuilder();
      boolean quoted = false;
      for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && c == ',') {
          row.add(cell.toString());
          cell.setLength(0);
        } else if (!quoted && c == '\r' && text.startsWith("\r\n", i)) {
          row.add(cell.toString());
          cell.setLength(0);
          rows.add(List.copyOf(row));
          row.clear();
          i++;
        } else {
          cell.append(c);
        }
      }
      return rows;
    }
  }
}
