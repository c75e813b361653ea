package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need's terms changed.
 *
 * @param v the version of this shape
 */
public record NeedChanged(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
