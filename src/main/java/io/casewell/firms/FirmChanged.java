package io.casewell.firms;

import io.casewell.platform.FirmId;

/**
 * What Casewell knows of a firm has changed.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record FirmChanged(int v, FirmId firm, long version, String what) implements FirmEvent {}
