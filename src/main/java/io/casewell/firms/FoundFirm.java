package io.casewell.firms;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Outbox;
import io.casewell.platform.Tenancy;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a law firm in; whoever does it becomes its owner. */
@Component
class FoundFirm {
  private final Firms firms;
  private final FirmPeople people;
  private final SetUp setUp;
  private final Idempotency idempotency;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  FoundFirm(
      Firms firms,
      FirmPeople people,
      SetUp setUp,
      Idempotency idempotency,
      Outbox outbox,
      Audit audit,
      Tenancy tx) {
    this.firms = firms;
    this.people = people;
    this.setUp = setUp;
    this.idempotency = idempotency;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /**
   * Founds it.
   *
   * @param next where its owner wanted to go before, or empty
   * @param key the same key gives the same firm
   */
  Mono<FirmId> found(AccountId account, FirmDetails details, String next, String key) {
    var firm = FirmId.next();
    return idempotency
        .once(
            account.value(),
            key,
            details.toString(),
            written(firm, account, details, next).thenReturn(firm.toString()))
        .map(FirmId::of)
        .as(tx::transactional)
        // nobody's firm yet: its first rows are written in the name of the owner it gets by them
        .contextWrite(Tenancy.as(new Caller.FirmMember(firm, account, Set.of(FirmRole.OWNER))));
  }

  private Mono<Void> written(FirmId firm, AccountId account, FirmDetails details, String next) {
    return firms
        .add(firm, details)
        .then(people.add(firm, account.value(), Set.of("owner")))
        .then(setUp.begin(firm, next))
        .then(outbox.record(new FirmFounded(1, firm, 1)))
        .then(
            audit.append(
                new Audit.Entry(
                    "firm",
                    firm.value(),
                    firm,
                    null,
                    "founded",
                    null,
                    Map.of("name", details.name(), "jurisdiction", details.jurisdiction()))));
  }
}
