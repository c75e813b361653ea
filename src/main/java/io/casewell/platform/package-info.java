/**
 * Floor 0. What every room stands on: typed ids, refusals, who is asking, the tenant transaction,
 * audit trail, outbox, idempotency, the web shell and the security wiring.
 */
@ApplicationModule(
    type = ApplicationModule.Type.OPEN,
    allowedDependencies = {})
@NullMarked
package io.casewell.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
