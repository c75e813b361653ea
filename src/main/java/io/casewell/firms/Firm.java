package io.casewell.firms;

import java.util.UUID;

/**
 * A law firm.
 *
 * @param jurisdiction the code of its home, e.g. {@code NY}
 * @param size how many people, as a range in words
 * @param zone the name of its time zone
 * @param practiceAreas slugs of the catalogue
 */
public record Firm(
    UUID id, String name, String jurisdiction, String size, String zone, String[] practiceAreas) {}
