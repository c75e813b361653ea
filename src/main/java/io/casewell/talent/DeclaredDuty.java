package io.casewell.talent;

/**
 * A duty as firms read it on the profile of whoever declared it.
 *
 * @param name e.g. "California paralegal education (section 6450)"
 * @param law where it stands
 * @param period the years it covers, in words
 * @param complete whether all that is asked for was declared
 */
public record DeclaredDuty(String name, String law, String period, boolean complete) {}
