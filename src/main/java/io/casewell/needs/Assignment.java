package io.casewell.needs;

import java.util.Map;

/**
 * Who looks after a need, and who could.
 *
 * @param account of who does, or empty
 * @param name of who does, or empty
 * @param colleagues account → name of everybody of the firm
 */
public record Assignment(String account, String name, Map<String, String> colleagues) {}
