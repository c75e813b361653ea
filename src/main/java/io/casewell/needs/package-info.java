/** Floor 3. What a firm asks for. */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "firms",
      "identity",
      "platform",
      "pricing",
      "talent"
    })
@NullMarked
package io.casewell.needs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
