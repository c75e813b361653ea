package io.casewell.operations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line as it was understood.
 *
 * @param number counted from 1, blank lines too
 * @param externalId whom it is about, or null when that could not be read
 * @param record what it says, or null when it is rejected
 * @param problems field → what is wrong with it
 */
record StaffLine(
    long number,
    @Nullable String externalId,
    @Nullable StaffRecord record,
    Map<String, String> problems) {}
