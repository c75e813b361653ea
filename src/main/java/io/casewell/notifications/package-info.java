/**
 * Floor 11. Reacts to events: tells people by mail and on their own pages, and shows operations
 * what became of each mail.
 */
@ApplicationModule(
    allowedDependencies = {
      "calendar",
      "catalogue",
      "demos",
      "identity",
      "needs",
      "platform",
      "talent"
    })
@NullMarked
package io.casewell.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
