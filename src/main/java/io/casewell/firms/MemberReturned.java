package io.casewell.firms;

import io.casewell.platform.FirmId;
import java.util.UUID;

/**
 * A removal was undone within its moments.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record MemberReturned(int v, FirmId firm, long version, UUID account) implements FirmEvent {}
