package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** No token of a link stands in a log. */
class LogPathTest {
  @Test
  void cutsTokensAndKeepsIds() {
    var token = Secrets.token();
    assertThat(LogPath.of("/invitations/" + token))
        .isEqualTo("/invitations/" + token.substring(0, 4) + "…");
    assertThat(LogPath.of("/a/" + token + "/b/" + token)).doesNotContain(token.substring(5));
    var id = UUID.randomUUID().toString();
    assertThat(LogPath.of("/needs/" + id + "/matches")).isEqualTo("/needs/" + id + "/matches");
  }
}
