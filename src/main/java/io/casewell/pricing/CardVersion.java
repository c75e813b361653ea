package io.casewell.pricing;

import java.util.Map;

/**
 * A version of the rate card as finance's page lists it, in words.
 *
 * @param roles role → markup and floor
 */
public record CardVersion(
    int version, String when, String by, String note, Map<String, String> roles) {}
