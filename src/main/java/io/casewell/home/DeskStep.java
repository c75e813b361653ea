package io.casewell.home;

/** Something to set up, why it matters, and whether it is done. */
public record DeskStep(String title, String why, String href, boolean done) {}
