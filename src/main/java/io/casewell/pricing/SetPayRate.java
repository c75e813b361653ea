package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets what a professional wants to be paid, and with it what firms are billed, both or neither.
 */
@Component
class SetPayRate {
  private final StaffRates rates;
  private final RateCards cards;
  private final DeriveBillRates deriveBillRates;
  private final Audit audit;
  private final ObjectProvider<RankedFacts> facts;
  private final Tenancy tx;

  SetPayRate(
      StaffRates rates,
      RateCards cards,
      DeriveBillRates deriveBillRates,
      Audit audit,
      ObjectProvider<RankedFacts> facts,
      Tenancy tx) {
    this.rates = rates;
    this.cards = cards;
    this.deriveBillRates = deriveBillRates;
    this.audit = audit;
    this.facts = facts;
    this.tx = tx;
  }

  /**
   * What somebody is paid, as they may see it.
   *
   * @param cents by role; where a bill rate was imported it is derived and may differ by role
   * @param own whether they set it themselves
   */
  record Paid(Map<Role, Integer> cents, boolean own) {
    static final Paid NOTHING = new Paid(Map.of(), false);

    /** Differs when the pay does; a form carries it to notice a stale edit. */
    String stamp() {
      return own + new TreeMap<>(cents).toString();
    }
  }

  /** What the caller is paid now. */
  Mono<Paid> paid(Caller.Professional me) {
    return Mono.zip(given(me, false), rates.roles(me.staff()), cards.current())
        .map(all -> paid(all.getT1().orElse(null), all.getT2(), all.getT3()))
        .as(tx::transactional);
  }

  private Mono<Optional<StaffRate>> given(Caller.Professional me, boolean lock) {
    return (lock ? rates.locked(me.staff()) : rates.find(me.staff()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty());
  }

  private static Paid paid(@Nullable StaffRate rate, List<Role> roles, RateCard card) {
    var cents = new TreeMap<Role, Integer>();
    if (rate != null) {
      roles.forEach(role -> cents.put(role, card.payCents(role, rate)));
    }
    return new Paid(cents, rate != null && rate.kind() == StaffRate.Kind.PAY);
  }

  /**
   * Sets the pay rate.
   *
   * @param seen the stamp of the pay that was edited
   * @return false when it was changed by somebody else since; nothing is written then
   */
  Mono<Boolean> set(Caller.Professional me, String seen, int cents) {
    return given(me, true)
        .flatMap(given ->
            Mono.zip(rates.roles(me.staff()), cards.current())
                .flatMap(with -> {
                  var before = paid(given.orElse(null), with.getT1(), with.getT2());
                  return before.stamp().equals(seen)
                      ? write(me, before, with.getT1(), cents).thenReturn(true)
                      : Mono.just(false);
                }))
        .as(tx::transactional);
  }

  private Mono<Void> write(Caller.Professional me, Paid before, List<Role> roles, int cents) {
    boolean same =
        !before.cents().isEmpty() && before.cents().values().stream().allMatch(c -> c == cents);
    if (same) {
      // an imported rate stays as it was given when nobody asks for another pay
      return Mono.empty();
    }
    var rate = StaffRate.pay(cents);
    var codes = roles.stream().map(Role::code).toList();
    // pay on both sides of the trail: the person may read it
    var entry =
        new Audit.Entry(
            "staff",
            me.staff().value(),
            null,
            me.staff(),
            "pay rate changed",
            words(before),
            Map.of("payCents", cents));
    return rates
        .put(me.staff(), rate)
        .then(deriveBillRates.derive(me.staff(), codes, rate))
        .then(audit.append(entry))
        .then(Mono.defer(() -> renew(me)));
  }

  private static @Nullable Map<String, ?> words(Paid paid) {
    var byRole = new TreeMap<String, Integer>();
    paid.cents().forEach((role, cents) -> byRole.put(role.code(), cents));
    return byRole.isEmpty() ? null : Map.of("payCents", byRole);
  }

  private Mono<Void> renew(Caller.Professional me) {
    var ranked = facts.getIfAvailable();
    return ranked == null ? Mono.empty() : ranked.renew(List.of(me.staff()));
  }
}
