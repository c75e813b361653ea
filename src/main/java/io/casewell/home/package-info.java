/** Floor 11. The landing page and each persona's first page. */
@ApplicationModule(
    allowedDependencies = {
      "advisor",
      "calendar",
      "catalogue",
      "directory",
      "firms",
      "identity",
      "matching",
      "needs",
      "openings",
      "platform",
      "pricing",
      "talent"
    })
@NullMarked
package io.casewell.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
