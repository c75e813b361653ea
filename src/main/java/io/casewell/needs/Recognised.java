package io.casewell.needs;

/**
 * A phrase of a pasted text and what it was taken for.
 *
 * @param phrase the exact words
 * @param name what the catalogue calls it
 * @param place the form's part it stands in now
 */
public record Recognised(String phrase, String name, String place) {}
