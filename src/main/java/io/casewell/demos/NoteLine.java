package io.casewell.demos;

/** A note about a prospect: what, by whom, and when in words. */
public record NoteLine(String text, String name, String when) {}
