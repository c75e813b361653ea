/** Floor 4. Who fits a need, in what order, why, and why not. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "firms",
      "identity",
      "needs",
      "platform",
      "pricing",
      "talent"
    })
@NullMarked
package io.casewell.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
