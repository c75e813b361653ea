package io.casewell.firms;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.platform.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names for conflict checks, as people type them and as files bring them. */
class PartyLinesTest {
  private final Problems problems = new Problems();

  @Test
  void readsOneNameALine() {
    var read = PartyLines.typed("Acme, Inc.\n\n  Jane Roe \r\nJane Roe\n---\n", "client", problems);
    assertThat(problems.none()).isTrue();
    assertThat(read.names())
        .containsExactly(
            new PartyName("client", "Acme, Inc."), new PartyName("client", "Jane Roe"));
    assertThat(read.leftOut()).as("a line without letters").isEqualTo(1);
  }

  @Test
  void readsAFileWithHeadQuotesAndSides() {
    var csv =
        "\uFEFFName,Side\r\n\"Acme, \"\"The\"\" Co.\",Adverse\r\nJane Roe,client\nOther LLC\n"
            + "\"Two\nlines\",opposing\n";
    var read = PartyLines.csv(csv, "client", problems);
    assertThat(problems.none()).isTrue();
    assertThat(read.names())
        .containsExactly(
            new PartyName("adverse", "Acme, \"The\" Co."),
            new PartyName("client", "Jane Roe"),
            new PartyName("client", "Other LLC"));
    assertThat(read.leftOut()).as("a name over two lines").isEqualTo(1);
  }

  @Test
  void splitsRowsAsTheStandardSays() {
    assertThat(PartyLines.rows("a,b\r\n\"c,\"\"d\",e"))
        .containsExactly(List.of("a", "b"), List.of(""), List.of("c,\"d", "e"));
    assertThat(PartyLines.rows("a;b\tc")).containsExactly(List.of("a", "b", "c"));
    assertThat(PartyLines.rows("\"open")).containsExactly(List.of("open"));
  }

  @Test
  void saysWhatIsWrong() {
    PartyLines.typed(" \n", "client", problems);
    assertThat(problems.at("names")).contains("at least one");
    var none = new Problems();
    PartyLines.typed("***\n" + "x".repeat(301), "client", none);
    assertThat(none.at("names")).contains("None of these lines");
    var many = new Problems();
    var text = new StringBuilder();
    for (int i = 0; i <= PartyLines.MOST; i++) {
      text.append("Party ").append(i).append('\n');
    }
    PartyLines.typed(text.toString(), "client", many);
    assertThat(many.at("names")).contains("5,000");
  }
}
