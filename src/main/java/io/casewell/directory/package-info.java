/** Floor 5. Who is here: the public directory of staff, and what firms see of each. */
@ApplicationModule(allowedDependencies = {"calendar", "catalogue", "matching", "needs", "platform"})
@NullMarked
package io.casewell.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
