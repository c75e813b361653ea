package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need's search goes on, after a pause or because a seat was freed.
 *
 * @param v the version of this shape
 */
public record NeedOpened(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
