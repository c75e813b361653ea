/** Floor 5. What is open to a professional: needs that fit, and what would open more. */
@ApplicationModule(allowedDependencies = {"calendar", "catalogue", "matching", "needs", "platform"})
@NullMarked
package io.casewell.openings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
