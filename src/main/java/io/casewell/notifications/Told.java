package io.casewell.notifications;

import io.casewell.platform.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told something.
 *
 * @param account theirs, or null for somebody who has none: they are written to alone
 * @param name as they are greeted
 * @param email one address, or empty
 */
record Told(@Nullable AccountId account, String name, String email) {}
