package io.casewell.catalogue;

/**
 * A sentence of the guide about one of the roles.
 *
 * @param code as skills and tasks refer to it
 * @param kind duty, skill, training or choice
 */
public record Duty(String code, Role role, String kind, String title, String sentence) {}
