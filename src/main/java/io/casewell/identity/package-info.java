/** Floor 1. Sign-in, accounts (issuer and subject), sessions, hats, API tokens. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.casewell.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
