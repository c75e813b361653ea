/** Floor 11. The desk over everything: the staff import, people and their accounts. */
@ApplicationModule(
    allowedDependencies = {"calendar", "catalogue", "identity", "platform", "pricing", "talent"})
@NullMarked
package io.casewell.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
