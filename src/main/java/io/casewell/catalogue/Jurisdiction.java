package io.casewell.catalogue;

import java.time.ZoneId;
import java.util.List;

/**
 * A state, the District of Columbia or the federal courts.
 *
 * @param zones its time zones, where most people live first; none for the federal courts
 */
public record Jurisdiction(String code, String name, List<ZoneId> zones, List<String> synonyms)
    implements Entry {}
