package io.casewell.firms;

import io.casewell.platform.FirmId;
import java.util.UUID;

/**
 * Somebody is no longer of the firm.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record MemberRemoved(int v, FirmId firm, long version, UUID account) implements FirmEvent {}
