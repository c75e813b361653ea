package io.casewell.firms;

import io.casewell.platform.FirmId;
import java.util.List;
import java.util.UUID;

/**
 * Somebody may do other things in the firm from now on.
 *
 * @param v the version of this shape
 * @param version the firm's
 */
public record RolesChanged(int v, FirmId firm, long version, UUID account, List<String> roles)
    implements FirmEvent {}
