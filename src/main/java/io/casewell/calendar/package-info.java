/** Floor 2. When people are free, taken and promised: weekly hours, capacity, commitments. */
@ApplicationModule(allowedDependencies = {"catalogue", "identity", "platform"})
@NullMarked
package io.casewell.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
