/** Floor 2. The rate card: from pay rate to bill rate and back. */
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "platform"})
@NullMarked
package io.casewell.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
