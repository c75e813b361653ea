package io.casewell.advisor;

import io.casewell.catalogue.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the advised hours would cost a week at the directory's bill rates, in cents of US dollars.
 *
 * @param people how many people's rates it rests on
 */
public record WeeklyCost(
    String currency, long lowCents, long middleCents, long highCents, int people) {

  /** The cost of an answer with hours; empty without hours, or where a role has no rates. */
  static Optional<WeeklyCost> of(Advice advice, Map<Role, RateRange> rates) {
    if (advice.verdict() == Verdict.NOT_ENOUGH_INFORMATION) {
      return Optional.empty();
    }
    var sum = new WeeklyCost("USD", 0, 0, 0, 0);
    for (var role : Role.values()) {
      var hours = role == Role.PARALEGAL ? advice.paralegalHours() : advice.caseManagerHours();
      var rate = rates.get(role);
      if (hours == null || hours.signum() > 0 && rate == null) {
        return Optional.empty();
      }
      sum = sum.plus(hours, rate);
    }
    return Optional.of(sum);
  }

  private WeeklyCost plus(BigDecimal hours, @Nullable RateRange rate) {
    if (rate == null || hours.signum() == 0) {
      return this;
    }
    return new WeeklyCost(
        currency,
        lowCents + cents(hours, rate.lowCents()),
        middleCents + cents(hours, rate.middleCents()),
        highCents + cents(hours, rate.highCents()),
        people + rate.people());
  }

  private static long cents(BigDecimal hours, long rate) {
    return hours
        .multiply(BigDecimal.valueOf(rate))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** "$840 to $1,040". */
  public String inWords() {
    return dollars(lowCents).equals(dollars(highCents))
        ? dollars(middleCents)
        : dollars(lowCents) + " to " + dollars(highCents);
  }

  private static String dollars(long cents) {
    return String.format(Locale.US, "$%,d", (cents + 50) / 100);
  }
}
