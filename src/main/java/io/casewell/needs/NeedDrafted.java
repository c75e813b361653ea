package io.casewell.needs;

import io.casewell.platform.FirmId;

/**
 * A need was saved for later; nobody is sought yet.
 *
 * @param v the version of this shape
 */
public record NeedDrafted(int v, NeedId need, FirmId firm, long version) implements NeedEvent {}
