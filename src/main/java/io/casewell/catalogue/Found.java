package io.casewell.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An entry a search came upon.
 *
 * @param synonym the other name that matched, or null when the name itself did
 */
public record Found<E extends Entry>(E entry, @Nullable String synonym) {}
