/** Floor 5. Demo types, the rep pool, demo appointments, the demo room, the sales pipeline. */
@ApplicationModule(
    allowedDependencies = {
      "advisor",
      "calendar",
      "catalogue",
      "firms",
      "identity",
      "matching",
      "needs",
      "platform",
      "pricing"
    })
@NullMarked
package io.casewell.demos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
