package io.casewell.needs;

import java.util.List;

/** A label and what stands beside it, line by line. */
public record Fact(String label, List<String> lines) {}
