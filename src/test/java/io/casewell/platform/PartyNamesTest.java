package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNamesTest {
  private final PartyNames names =
      new PartyNames("a key for tests only, 32 bytes".getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acme Corp., Inc. | acme",
        "ACME   Corporation | acme",
        "Acme, L.L.C. | acme",
        "Acme P.C. | acme",
        "Co. LLC | ''",
        "... | ''",
        "Company Store | company store",
        "Incline Co-op | incline coop",
        "O'Brien & Sons Ltd | obrien sons",
        "Müller GmbH | muller gmbh",
        "Großmann Søren Łukasz | großmann søren łukasz",
        "José Núñez | jose nunez",
        "ﬁrst Ａｃｍｅ ② | first acme 2",
        "İstanbul Ltd. | istanbul",
        "Smith\u00a0\u2003and\u0085Jones | smith and jones",
        "Smith\u200band | smithand",
        "Acme_Holdings/PLC | acmeholdingsplc",
        "株式会社 テスト | 株式会社 テスト"
      })
  void normalisesANameForComparison(String name, String normal) {
    assertThat(PartyNames.normalise(name)).isEqualTo(normal);
  }

  @Test
  void hashesWhatNormalisesAlikeAlike() {
    assertThat(names.hash("Acme Corp., Inc.")).isEqualTo(names.hash("acme"));
    assertThat(names.hash("Acme")).isNotEqualTo(names.hash("Acne"));
    assertThat(PartyHash.of(names.hash("Acme").bytes())).isEqualTo(names.hash("Acme"));
    assertThat(names.hash("Acme").toString()).isEqualTo("PartyHash");
  }

  @Test
  void refusesANameThatNormalisesToNothing() {
    assertThatThrownBy(() -> names.hash("Co. LLC")).hasMessageContaining("no letter or number");
  }

  @Test
  void makesTrigramsAsPgTrgmDoes() {
    assertThat(PartyNames.trigrams("cat")).containsExactly("  c", " ca", "at ", "cat");
    assertThat(PartyNames.trigrams("a b")).containsExactly("  a", "  b", " a ", " b ");
    assertThat(PartyNames.trigrams("")).isEmpty();
  }

  @Test
  void comparesNearlyWithoutTheNames() {
    // pg_trgm: similarity('word', 'two words') = 0.36363637
    var word = PartyNames.trigrams("word");
    var words = PartyNames.trigrams("two words");
    assertThat(PartyNames.jaccard(word, words)).isEqualTo(4 / 11.0);
    assertThat(PartyNames.jaccard(names.trigramHashes("Word"), names.trigramHashes("Two Words")))
        .isEqualTo(4 / 11.0);
    assertThat(
            PartyNames.alike(
                names.trigramHashes("Johnson Controls"), names.trigramHashes("Jonson Controls")))
        .isTrue();
    assertThat(PartyNames.alike(names.trigramHashes("Acme"), names.trigramHashes("Zenith")))
        .isFalse();
    assertThat(PartyNames.jaccard(new long[0], new long[0])).isZero();
  }
}
