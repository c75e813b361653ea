package io.casewell.talent;

/**
 * How far a professional has come with their profile.
 *
 * @param asked whether they asked to be admitted
 * @param draft whether they have yet to be admitted
 */
public record SetUp(Strength strength, boolean asked, boolean draft) {}
