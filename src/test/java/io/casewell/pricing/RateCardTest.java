package io.casewell.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.catalogue.Role;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardTest {
  private static RateCard card(int markup, int floor) {
    var line = new RateCard.Line(markup, floor);
    return new RateCard(1, Map.of(Role.PARALEGAL, line, Role.CASE_MANAGER, line));
  }

  @ParameterizedTest
  @CsvSource({
    "13500,    0, 3111, 4200", // 4199.85 is rounded up
    "13500, 2400, 1000, 2400", // the floor
    "10000,    0, 1234, 1234",
    "10001,    0,    1,    2",
    "50000,    0, 1000000, 5000000"
  })
  void billsPayTimesMarkupRoundedUpAndNotBelowTheFloor(int markup, int floor, int pay, int bill) {
    assertThat(card(markup, floor).billCents(Role.PARALEGAL, StaffRate.pay(pay))).isEqualTo(bill);
  }

  @ParameterizedTest
  @CsvSource({"13500,4200,3111", "10000,4200,4200", "13500,1,0", "30000,1000000,333333"})
  void paysBillDividedByMarkupRoundedDown(int markup, int bill, int pay) {
    assertThat(card(markup, 0).payCents(Role.PARALEGAL, StaffRate.bill(bill))).isEqualTo(pay);
  }

  @Test
  void keepsWhatWasGivenExactly() {
    var random = new Random(20261123);
    for (int i = 0; i < 10_000; i++) {
      var card = card(10_000 + random.nextInt(40_001), random.nextInt(100_001));
      int cents = 1 + random.nextInt(StaffRate.MOST_CENTS);
      assertThat(card.billCents(Role.PARALEGAL, StaffRate.bill(cents))).isEqualTo(cents);
      assertThat(card.payCents(Role.PARALEGAL, StaffRate.pay(cents))).isEqualTo(cents);
      // what is derived never pays more than is billed
      assertThat(card.payCents(Role.PARALEGAL, StaffRate.bill(cents))).isLessThanOrEqualTo(cents);
      assertThat(card.billCents(Role.PARALEGAL, StaffRate.pay(cents)))
          .isGreaterThanOrEqualTo(cents);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1_000_001, Integer.MIN_VALUE})
  void refusesARateNobodyMeans(int cents) {
    assertThatThrownBy(() -> StaffRate.pay(cents)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"42,4200", "42.5,4250", "42.50,4250", "$42.50,4250", "$ 42,4200", "0.01,1", "0,0"})
  void readsDollars(String typed, int cents) {
    assertThat(Dollars.cents(typed)).hasValue(cents);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "1e3",
        "1E18",
        "NaN",
        "Infinity",
        "1,5",
        "1.234",
        "1,000",
        "٤٢",
        "42 USD",
        "99999999999999999999",
        "0x10",
        ".5",
        "5."
      })
  void readsNothingElseAsDollars(String typed) {
    assertThat(Dollars.cents(typed)).isEmpty();
  }
}
