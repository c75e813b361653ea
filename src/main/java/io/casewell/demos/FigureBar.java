package io.casewell.demos;

/**
 * A bar of a chart.
 *
 * @param words the figure in words
 * @param width of 400 drawn units
 * @param second the width of the part drawn in another colour, or 0
 */
public record FigureBar(String label, String words, long width, long second) {}
