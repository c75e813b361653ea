/**
 * Floor 1. Roles, skills and synonyms, credentials, software, practice areas, jurisdictions,
 * languages: reference data, versioned.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.casewell.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
