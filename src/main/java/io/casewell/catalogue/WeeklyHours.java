package io.casewell.catalogue;

import java.math.BigDecimal;

/**
 * Hours a text speaks of, brought to a week.
 *
 * @param hours below zero where the text writes them so
 * @param phrase the exact words
 * @param negated whether they are hours already covered or not wanted
 * @param total whether the text calls them the sum of all
 */
public record WeeklyHours(
    BigDecimal hours, String phrase, int start, int end, boolean negated, boolean total) {}
