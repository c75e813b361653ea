package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need's search was paused.
 *
 * @param v the version of this shape
 */
public record NeedPaused(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
