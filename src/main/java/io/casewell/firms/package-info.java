/** Floor 2. Law firms and their people. */
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "platform"})
@NullMarked
package io.casewell.firms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
