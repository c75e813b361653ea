package io.casewell.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FactsCodecTest {
  @Test
  void givesBackWhatWasPacked() {
    for (int seed = 0; seed < 2000; seed++) {
      var facts = new Samples(seed).staff();
      var packed = FactsCodec.pack(facts);
      assertThat(FactsCodec.unpack(packed)).as("seed " + seed).isEqualTo(facts);
      assertThat(FactsCodec.pack(FactsCodec.unpack(packed))).as("seed " + seed).isEqualTo(packed);
    }
  }

  @Test
  void writesTheFormatFirstAndRefusesAnother() {
    var packed = FactsCodec.pack(new Samples(1).staff());
    assertThat(packed[0]).isEqualTo((byte) FactsCodec.FORMAT);
    packed[0] = 99;
    assertThatThrownBy(() -> FactsCodec.unpack(packed)).hasMessageContaining("format 99");
  }

  @Test
  void refusesBytesThatEndElsewhere() {
    var packed = FactsCodec.pack(new Samples(2).staff());
    assertThatThrownBy(() -> FactsCodec.unpack(Arrays.copyOf(packed, packed.length - 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FactsCodec.unpack(Arrays.copyOf(packed, packed.length + 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
