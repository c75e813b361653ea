package io.casewell.talent;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps what a professional declares about a duty, and that it was them. */
@Component
class DeclareDuty {
  private final Duties duties;
  private final Audit audit;
  private final Tenancy tx;

  DeclareDuty(Duties duties, Audit audit, Tenancy tx) {
    this.duties = duties;
    this.audit = audit;
    this.tx = tx;
  }

  Mono<Void> declare(Caller.Professional me, DutyDeclaration said) {
    return duties
        .of(me.staff())
        .filter(one -> one.code().equals(said.code()) && one.periodFrom().equals(said.periodFrom()))
        .next()
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .delayUntil(_ -> duties.put(me.staff(), said))
        .flatMap(before ->
            audit.append(
                new Audit.Entry(
                    "staff",
                    me.staff().value(),
                    null,
                    me.staff(),
                    "duty declared",
                    before.map(DutyDeclaration::words).orElse(null),
                    said.words())))
        .as(tx::transactional);
  }
}
