package io.casewell.firms;

import io.casewell.platform.FirmId;

/**
 * A firm came in by itself.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record FirmFounded(int v, FirmId firm, long version) implements FirmEvent {}
