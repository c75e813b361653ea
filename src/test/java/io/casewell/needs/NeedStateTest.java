package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.platform.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedStateTest {
  /** Rows: from; columns: to. The life of a need as the domain draws it. */
  @ParameterizedTest
  @CsvSource({
    "DRAFT,  DRAFT:no OPEN:yes PAUSED:no FILLED:no CLOSED:yes",
    "OPEN,   DRAFT:no OPEN:no PAUSED:yes FILLED:yes CLOSED:yes",
    "PAUSED, DRAFT:no OPEN:yes PAUSED:no FILLED:yes CLOSED:yes",
    "FILLED, DRAFT:no OPEN:yes PAUSED:no FILLED:no CLOSED:no",
    "CLOSED, DRAFT:no OPEN:no PAUSED:no FILLED:no CLOSED:no"
  })
  void movesOnlyAsDrawn(NeedState from, String moves) {
    for (var move : moves.split(" ")) {
      var to = NeedState.valueOf(move.split(":")[0]);
      boolean drawn = move.endsWith(":yes");
      assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(drawn);
      if (!drawn) {
        assertThatThrownBy(() -> from.refuseUnlessMayBecome(to))
            .isInstanceOf(Refusal.Conflict.class)
            .hasMessageMatching("[A-Z].*\\.")
            .hasMessageNotContaining(from.name());
      }
    }
  }
}
