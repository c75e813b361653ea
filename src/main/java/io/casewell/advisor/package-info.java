/** Floor 3. Which role does this firm need, and how many hours of each. */
@ApplicationModule(
    allowedDependencies = {"calendar", "catalogue", "identity", "platform", "pricing", "talent"})
@NullMarked
package io.casewell.advisor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
