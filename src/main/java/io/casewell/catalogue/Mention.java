package io.casewell.catalogue;

import java.util.List;

/**
 * A phrase of a text that means something to us.
 *
 * @param code of the skill, program, credential, field of law, place or language; for a title the
 *     role's code; for what is out of scope one of legal_advice, fees, clients, court
 * @param others further codes the phrase may mean just as well; mostly none
 * @param phrase the exact words of the text
 * @param start where they begin, counted in UTF-16 units
 * @param end where they end
 * @param negated whether the text says this is not wanted or already covered
 */
public record Mention(
    Kind kind,
    String code,
    List<String> others,
    String phrase,
    int start,
    int end,
    boolean negated) {

  /** What a phrase is about. */
  public enum Kind {
    SKILL,
    SOFTWARE,
    CREDENTIAL,
    LANGUAGE,
    PRACTICE_AREA,
    JURISDICTION,
    /** What the firm calls the person; posts mislabel roles, so it says little. */
    TITLE,
    /** Asks for somebody certified or with a paralegal degree. */
    CERTIFICATION,
    /** Asks for what only a lawyer may do. */
    OUT_OF_SCOPE
  }
}
