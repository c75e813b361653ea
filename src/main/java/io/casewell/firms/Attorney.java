package io.casewell.firms;

import java.util.UUID;

/** An attorney of the firm who supervises and answers for the work. */
public record Attorney(UUID id, String name, String jurisdiction, String barNumber) {}
