package io.casewell.operations;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives and takes roles: in the sales team, in operations, in a firm. Casewell keeps an
 * administrator and each firm an owner, and nobody changes what they themselves may.
 */
@Component
class ChangeRoles {
  private final PersonRows rows;
  private final Audit audit;
  private final Tenancy tx;

  ChangeRoles(PersonRows rows, Audit audit, Tenancy tx) {
    this.rows = rows;
    this.audit = audit;
    this.tx = tx;
  }

  /** In the sales team: none, rep ({@code false}) or lead. */
  Mono<Void> sales(Caller.Operations by, AccountId account, @Nullable Boolean lead) {
    return known(by, account)
        .flatMap(before ->
            rows.sales(account, lead)
                .then(
                    audit.append(
                        entry(
                            account,
                            null,
                            "sales role changed",
                            Map.of("sales", sales(before.lead())),
                            Map.of("sales", sales(lead))))))
        .as(tx::transactional);
  }

  private static String sales(@Nullable Boolean lead) {
    return lead == null ? "none" : lead ? "lead" : "rep";
  }

  /** In operations. */
  Mono<Void> operations(Caller.Operations by, AccountId account, Set<OperationsRole> roles) {
    boolean stays = roles.contains(OperationsRole.ADMIN);
    return known(by, account)
        .delayUntil(before -> stays ? Mono.empty() : refuseIfNoneIsLeft(before, account))
        .flatMap(before ->
            rows.operator(account, codes(roles))
                .then(
                    audit.append(
                        entry(
                            account,
                            null,
                            "operations roles changed",
                            Map.of("roles", List.of(before.roles())),
                            Map.of("roles", List.of(codes(roles)))))))
        .as(tx::transactional);
  }

  private Mono<Void> refuseIfNoneIsLeft(PersonRows.Row before, AccountId account) {
    return List.of(before.roles()).contains("admin")
        ? rows.otherAdmins(account)
            .filter(others -> others > 0)
            .switchIfEmpty(
                Mono.error(
                    new Refusal.Conflict(
                        "This is the last administrator. Make somebody else one first.")))
            .then()
        : Mono.empty();
  }

  /** In a firm; no role at all takes the person out of it. */
  Mono<Void> firm(Caller.Operations by, AccountId account, UUID firm, Set<FirmRole> roles) {
    boolean owner = roles.contains(FirmRole.OWNER);
    return known(by, account)
        .then(Mono.defer(() -> rows.place(account, firm)))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(place -> owner ? Mono.empty() : refuseIfOwnerless(place, account))
        .flatMap(place ->
            rows.firmRoles(account, firm, codes(roles))
                .then(
                    audit.append(
                        entry(
                            account,
                            new FirmId(firm),
                            roles.isEmpty() ? "taken out of a firm" : "firm roles changed",
                            Map.of("firm", place.name(), "roles", List.of(place.roles())),
                            Map.of("firm", place.name(), "roles", List.of(codes(roles)))))))
        .as(tx::transactional);
  }

  private Mono<Void> refuseIfOwnerless(PersonRows.Place place, AccountId account) {
    return List.of(place.roles()).contains("owner")
        ? rows.otherOwners(account, place.firm())
            .filter(others -> others > 0)
            .switchIfEmpty(
                Mono.error(
                    new Refusal.Conflict(
                        "This is the only owner of "
                            + place.name()
                            + ". Make somebody else its owner first.")))
            .then()
        : Mono.empty();
  }

  private Mono<PersonRows.Row> known(Caller.Operations by, AccountId account) {
    return by.account().equals(account)
        ? Mono.error(new Refusal.Conflict("You cannot change your own roles. Ask a colleague."))
        : rows.find(account).switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private static String[] codes(Set<? extends Enum<?>> roles) {
    return roles.stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }

  private static Audit.Entry entry(
      AccountId account,
      @Nullable FirmId firm,
      String what,
      Map<String, ?> before,
      Map<String, ?> after) {
    return new Audit.Entry("account", account.value(), firm, null, what, before, after);
  }
}
