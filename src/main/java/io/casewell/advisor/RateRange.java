package io.casewell.advisor;

/**
 * What an hour of a role costs in the directory, in whole dollars, as cents: the lower quartile,
 * the middle and the upper quartile of the bill rates.
 *
 * @param people how many were counted
 */
record RateRange(int people, long lowCents, long middleCents, long highCents) {}
