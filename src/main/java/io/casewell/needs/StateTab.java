package io.casewell.needs;

/** A state above the list of needs, with how many there are and whether it is the one shown. */
public record StateTab(String label, long count, String href, boolean chosen) {}
