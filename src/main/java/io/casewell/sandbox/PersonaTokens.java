package io.casewell.sandbox;

import io.casewell.identity.ApiTokens;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import io.casewell.platform.Worker;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes API tokens for personas without a sign-in. */
@Component
@Profile("sandbox")
class PersonaTokens {
  private final Worker worker;
  private final ApiTokens tokens;

  PersonaTokens(Worker worker, ApiTokens tokens) {
    this.worker = worker;
    this.tokens = tokens;
  }

  private record Hat(String realm, @Nullable UUID firm, @Nullable UUID staff) {}

  /** A token in the persona's hat, for a year, with every scope. */
  Mono<String> make(Persona persona) {
    return worker
        .db()
        .sql("select realm, firm, staff from hats_of(:account)")
        .bind("account", persona.account())
        .mapProperties(Hat.class)
        .first()
        .map(hat -> caller(hat, new AccountId(persona.account())))
        .flatMap(caller ->
            tokens.make(
                caller,
                new AccountId(persona.account()),
                "Sandbox token",
                SandboxController.EVERY_SCOPE,
                365));
  }

  // roles are looked up when the token is used, so none are needed to make it
  private static Caller caller(Hat hat, AccountId account) {
    var firm = hat.firm();
    var staff = hat.staff();
    if (firm != null) {
      return new Caller.FirmMember(new FirmId(firm), account, Set.of());
    }
    if (staff != null) {
      return new Caller.Professional(new StaffId(staff), account);
    }
    return hat.realm().equals("sales")
        ? new Caller.SalesRep(account, false)
        : new Caller.Operations(account, Set.of());
  }
}
