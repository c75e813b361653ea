/**
 * Floor 12. The sandbox profile: the embedded servers, the personas, the sample marketplace.
 * Nothing here is created without the profile.
 */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "demos",
      "firms",
      "identity",
      "matching",
      "needs",
      "operations",
      "platform",
      "pricing",
      "talent"
    })
@NullMarked
package io.casewell.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
