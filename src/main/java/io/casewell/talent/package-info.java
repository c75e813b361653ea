/** Floor 2. Paralegals and case managers: profile, skills, credentials and their verification. */
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "platform"})
@NullMarked
package io.casewell.talent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
