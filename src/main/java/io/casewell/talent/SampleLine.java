package io.casewell.talent;

/** A sample of work in the reviewers' list. */
public record SampleLine(
    String id, String name, String skill, String level, String when, String exactly, String iso) {}
