package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is kept sealed opens for its own row, with the installation's key, unchanged, or not. */
class SecretsTest {
  private static final byte[] PLAIN = "12-3456789".getBytes(StandardCharsets.UTF_8);

  private final Secrets secrets = with(1);

  private static Secrets with(int key) {
    var bytes = new byte[32];
    bytes[0] = (byte) key;
    return new Secrets(Base64.getEncoder().encodeToString(bytes));
  }

  @Test
  void opensForItsOwnRowAndShowsNothingOnTheWay() {
    var sealed = secrets.seal(PLAIN, "row-1");
    assertThat(secrets.open(sealed, "row-1")).isEqualTo(PLAIN);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("3456");
    assertThat(secrets.seal(PLAIN, "row-1")).as("never twice the same").isNotEqualTo(sealed);
  }

  @Test
  void failsClosedWhenSwappedBetweenRowsOrWithAnotherKey() {
    var sealed = secrets.seal(PLAIN, "row-1");
    assertThatThrownBy(() -> secrets.open(sealed, "row-2"))
        .isInstanceOf(IllegalArgumentException.class);
    var other = with(2);
    assertThatThrownBy(() -> other.open(sealed, "row-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void failsClosedWhenAnyByteIsChanged() {
    var sealed = secrets.seal(PLAIN, "row-1");
    for (int i = 0; i < sealed.length; i++) {
      var changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> secrets.open(changed, "row-1"))
          .as("byte " + i)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> secrets.open(new byte[3], "row-1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
