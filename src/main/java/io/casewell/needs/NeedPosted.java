package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need was opened for the first time: people are sought.
 *
 * @param v the version of this shape
 */
public record NeedPosted(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
