package io.casewell.identity;

/** An identity provider one may sign in with. */
public record Provider(String id, String name) {}
