package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.OfferedRoles;
import io.casewell.platform.StaffId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a bill rate for each role somebody offers, and none for the others. */
@Component
class DeriveBillRates implements OfferedRoles {
  private final StaffRates rates;
  private final RateCards cards;

  DeriveBillRates(StaffRates rates, RateCards cards) {
    this.rates = rates;
    this.cards = cards;
  }

  @Override
  public Mono<Void> changed(StaffId staff, Collection<String> roles) {
    return rates.find(staff).flatMap(rate -> derive(staff, roles, rate));
  }

  /** Derives the bill rates of this rate, in the running transaction. */
  Mono<Void> derive(StaffId staff, Collection<String> roles, StaffRate rate) {
    return cards
        .current()
        .flatMapMany(card ->
            Flux.fromArray(Role.values())
                .concatMap(role -> rates.putBillRate(staff, role, cents(card, role, roles, rate))))
        .then();
  }

  private static @Nullable Integer cents(
      RateCard card, Role role, Collection<String> roles, StaffRate rate) {
    return roles.contains(role.code()) ? card.billCents(role, rate) : null;
  }
}
