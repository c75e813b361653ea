package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need was closed for good.
 *
 * @param v the version of this shape
 */
public record NeedClosed(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
