/**
 * Floor 11. Reacts to events: writes mails, sends them, and shows operations what became of each.
 */
@ApplicationModule(allowedDependencies = {"identity", "platform", "talent"})
@NullMarked
package io.casewell.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
