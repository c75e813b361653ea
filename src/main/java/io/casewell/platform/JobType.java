package io.casewell.platform;

/**
 * A kind of one-time job: whoever orders one needs to know no more of it.
 *
 * @param name what it does, in words: unique, and the same in every version
 * @param order a record, kept as JSON: a later version must still read an earlier one's
 */
public record JobType<T>(String name, Class<T> order) {}
