package io.casewell.catalogue;

import java.util.List;
import java.util.Set;

/**
 * Recognises that a firm speaks of somebody it already has: "we already have a paralegal for …",
 * "our bookkeeper handles …", "the attorneys do their own …".
 */
final class Covered {
  private static final Cues ALREADY =
      new Cues(
          """
          already have; already has; already employ; already employs; already got; already do
          already handle; already handles; already cover; already covers; already pay; already use
          do our own; do their own; do my own; does our own; handle our own; handle their own
          write our own; write their own; draft our own; draft their own; does its own; does her own
          does his own; do all our own; keep our own; have someone for; have somebody for
          have someone who; have somebody who; have people for; have an outside; use an outside
          use a service for; have a service for; have a vendor for; have a company for
          """);

  /** Who says "already have" about somebody else: "candidates should already have …". */
  private static final Set<String> APPLICANT =
      Cues.words(
          """
          must should you candidate candidates who applicants they she he ideally person
          hire
          """);

  private static final Set<String> FIRM =
      Cues.words(
          """
          we i firm office currently weve ive team and also
          """);

  private static final Set<String> HAVING =
      Cues.words(
          """
          have has employ employs got
          """);

  private static final Set<String> STAFF =
      Cues.words(
          """
          paralegal paralegals manager managers assistant assistants secretary secretaries
          receptionist bookkeeper coordinator accountant clerk clerks biller
          """);

  private static final Set<String> PEOPLE =
      Cues.words(
          """
          attorney attorneys lawyer lawyers partner partners associate associates staff team
          department cpa administrator
          """);

  private static final Set<String> OURS = Set.of("our", "my", "existing", "current");

  private static final Set<String> DOES =
      Cues.words(
          """
          handles handle does do covers cover manages manage takes take drafts draft writes
          write prepares prepare files file runs run keeps keep performs already conducts
          conduct
          """);

  private static final Set<String> HELPING =
      Cues.words(
          """
          help helps helping assist assists assisting support supports supporting let
          letting so when where before while ensure if
          """);

  private static final Set<String> FOR =
      Cues.words(
          """
          for who that to handling doing covering on already drafting managing taking and
          """);

  /** Whoever is leaving or drowning covers nothing. */
  private static final Set<String> LOST =
      Cues.words(
          """
          overwhelmed swamped leaving left behind buried drowning retiring retired quit
          resigned leave maternity departed overloaded stretched underwater backlog replace
          replacement departing cannot cant struggling struggles overworked
          """);

  /** No sentence is longer; a text without full stops is not read over and over. */
  private static final int AHEAD = 60;

  private final List<Token> tokens;
  private final boolean[] employed;

  Covered(List<Token> tokens) {
    this.tokens = tokens;
    this.employed = new boolean[tokens.size()];
  }

  /** The words that name somebody the firm already has. */
  boolean[] employed() {
    return employed;
  }

  /** How many words from this place say that somebody is there already; 0 when none do. */
  int at(int from, int at, int to) {
    int length = 0;
    if (ALREADY.at(tokens, at, to) > 0 && !applicant(from, at)) {
      length = ALREADY.at(tokens, at, to);
      length = Math.max(length, personWithin(at + length, to) - at);
    } else if (HAVING.contains(tokens.get(at).word()) && at > from && firm(at - 1)) {
      length = personWithin(at + 1, to) - at;
    } else if (OURS.contains(tokens.get(at).word()) && !helping(from, at)) {
      length = doerWithin(at + 1, to) - at;
    }
    if (length <= 0) {
      return 0;
    }
    for (int k = at; k < at + length; k++) {
      employed[k] = true;
    }
    return length;
  }

  /** Whether what follows is still what that somebody does. */
  boolean goesOn(int next, int to) {
    if (next >= to) {
      return false;
    }
    for (int k = next; k < to && k < next + AHEAD; k++) {
      if (LOST.contains(tokens.get(k).word())) {
        return false;
      }
    }
    var before = tokens.get(next - 1).word();
    boolean person = STAFF.contains(before);
    return !person || FOR.contains(tokens.get(next).word()) && !needsNext(next, to);
  }

  private boolean needsNext(int next, int to) {
    return tokens.get(next).word().equals("and")
        && !(next + 1 < to
            && Set.of("a", "an", "one", "two").contains(tokens.get(next + 1).word())
            && personWithin(next + 1, to) > 0);
  }

  private boolean firm(int at) {
    return FIRM.contains(tokens.get(at).word());
  }

  private boolean applicant(int from, int at) {
    for (int k = at - 1; k >= from && k >= at - 2; k--) {
      if (APPLICANT.contains(tokens.get(k).word())) {
        return true;
      }
    }
    return false;
  }

  private boolean helping(int from, int at) {
    for (int k = at - 1; k >= from && k >= at - 2; k--) {
      if (HELPING.contains(tokens.get(k).word())) {
        return true;
      }
    }
    return false;
  }

  /** The place behind a member of the staff named within a few words; 0 when none is. */
  private int personWithin(int from, int to) {
    for (int k = from; k < to && k < from + 6; k++) {
      if (k > from && tokens.get(k).after(Token.COMMA | Token.OPEN)) {
        return 0;
      }
      if (Set.of("for", "who", "that", "to", "and", "need", "with")
          .contains(tokens.get(k).word())) {
        return 0;
      }
      if (STAFF.contains(tokens.get(k).word())) {
        return k + 1;
      }
    }
    return 0;
  }

  /** The place behind "(our) … paralegal handles"; 0 when that is not said. */
  private int doerWithin(int from, int to) {
    for (int k = from; k + 1 < to && k < from + 4; k++) {
      var word = tokens.get(k).word();
      if (STAFF.contains(word) || PEOPLE.contains(word)) {
        return DOES.contains(tokens.get(k + 1).word()) && !tokens.get(k + 1).after(Token.COMMA)
            ? k + 2
            : 0;
      }
    }
    return 0;
  }
}
