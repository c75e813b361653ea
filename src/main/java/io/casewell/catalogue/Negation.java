package io.casewell.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Marks the words of a text that say what is not wanted, or what somebody else already does. It
 * goes through each sentence once: a cue opens a stretch, a turn of the sentence ends it.
 */
final class Negation {
  /** No clause is longer; a text without full stops is not read over and over. */
  private static final int BACK = 60;

  /** Words that only carry a no further: "not (currently looking for help with) billing". */
  private static final Set<String> CARRIES =
      Cues.words(
          """
          these those following things tasks of thing want wants need needs needing require requires look looking seeking seek for any a
          an the or help with someone anyone somebody anybody do does did have be been is
          are in currently really actually something we i to hire hiring interested us our
          worry about include including involve handle ask asking expect expected at this
          time will wanting
          """);

  /** "In house" describes a place or person unless something is done or kept there. */
  private static final Set<String> DOING =
      Cues.words(
          """
          handled handle handles done do does kept keep keeps covered cover managed manage
          stays stay remains remain is are drafted prepared performed all already currently
          took being run draft file prepare
          """);

  private static final Set<String> TURNS =
      Cues.words(
          """
          but however just instead yet though although mostly mainly primarily please rather
          so need needs want wants looking seeking require requires hence therefore only
          """);

  private static final Set<String> NEEDS =
      Cues.words(
          """
          need needs want wants looking seeking require requires
          """);

  /** After a comma these begin something new. */
  private static final Set<String> BEGINS =
      Cues.words(
          """
          someone somebody must should will help we they you schedule answer update prepare
          manage keep track handle send call coordinate organize follow maintain assist
          interview monitor everything i he she this then also it what
          """);

  private static final Set<String> EXCEPTS =
      Cues.words(
          "except excluding other apart aside rather instead without everything anything all");

  private static final Set<String> LINKS =
      Cues.words(
          """
          and while but as because since whereas though although
          """);

  /** Every word that steers a no; spelled right, each means what it says. */
  static final Set<String> CUES = cues();

  private static Set<String> cues() {
    var all = new HashSet<String>();
    List.of(CARRIES, DOING, TURNS, NEEDS, BEGINS, EXCEPTS, LINKS).forEach(all::addAll);
    List.of(Denials.HARMLESS, Denials.NO, Denials.DONE).forEach(cue -> all.addAll(cue.all()));
    return Set.copyOf(all);
  }

  private final List<Token> tokens;
  private final boolean[] negated;
  private final Covered covered;

  private Negation(List<Token> tokens) {
    this.tokens = tokens;
    this.negated = new boolean[tokens.size()];
    this.covered = new Covered(tokens);
  }

  /** Which words are set aside, and which of them because somebody already does them. */
  record Marks(boolean[] negated, boolean[] employed) {}

  static Marks of(List<Token> tokens) {
    var negation = new Negation(tokens);
    negation.mark();
    return new Marks(negation.negated, negation.covered.employed());
  }

  private void mark() {
    boolean heading = false;
    int from = 0;
    while (from < tokens.size()) {
      int to = from + 1;
      while (to < tokens.size() && !tokens.get(to).after(Token.END)) {
        to++;
      }
      var first = tokens.get(from);
      boolean listed = first.after(Token.BULLET) || from > 0 && !first.after(Token.PARAGRAPH);
      if (heading && listed && !heads(to)) {
        fill(from, to);
      } else {
        sentence(from, to);
        heading = heads(to) && to - from <= 8 && refuses(from, to);
      }
      from = to;
    }
  }

  /** Whether the sentence that ends here introduces the lines below it. */
  private boolean heads(int to) {
    return to < tokens.size() && tokens.get(to).after(Token.COLON);
  }

  private boolean refuses(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Denials.HARMLESS.at(tokens, i, to) == 0
          && (Denials.NO.at(tokens, i, to) > 0 || Denials.DONE.at(tokens, i, to) > 0)) {
        return true;
      }
    }
    return false;
  }

  private void fill(int from, int to) {
    for (int i = from; i < to; i++) {
      negated[i] = true;
    }
  }

  private void sentence(int from, int to) {
    boolean on = false;
    boolean aside = false;
    boolean verbal = false;
    int stop = 0;
    int comma = from;
    int i = from;
    while (i < to) {
      var token = tokens.get(i);
      comma = token.after(Token.COMMA) ? i : comma;
      if (on && ends(token, aside, stop)) {
        on = false;
      }
      int harmless = Denials.HARMLESS.at(tokens, i, to);
      int done = harmless > 0 ? 0 : done(from, i, to);
      int has = harmless > 0 || done > 0 ? 0 : covered.at(from, i, to);
      int no = harmless > 0 || done > 0 || has > 0 ? 0 : no(i, to);
      if (harmless > 0) {
        i = carry(i, harmless, on);
      } else if (done > 0) {
        fill(clauseBefore(Math.max(from, i - BACK), i), i);
        on = i + done < to && (tokens.get(i + done).after(Token.COLON) || saysNot(i, i + done));
        i = carry(i, done, on);
      } else if (has > 0) {
        fill(i, i + has);
        on = covered.goesOn(i + has, to);
        aside = false;
        stop = 0;
        verbal = false;
        i += has;
      } else if (no > 0) {
        on = true;
        aside = token.after(Token.OPEN);
        stop = stop(from, i, i + no);
        fill(i, i + no);
        i += no;
        verbal = i < to && BEGINS.contains(tokens.get(i).word());
      } else {
        if (on && turns(i, to, verbal)) {
          on = false;
          if (token.word().equals("only") && lastOfClause(i, to)) {
            clear(comma, i);
          }
        }
        negated[i] = on || negated[i];
        i++;
      }
    }
  }

  private int carry(int from, int length, boolean on) {
    for (int k = from; k < from + length; k++) {
      negated[k] = on || negated[k];
    }
    return from + length;
  }

  private void clear(int from, int to) {
    for (int k = from; k < to; k++) {
      negated[k] = false;
    }
  }

  private static boolean ends(Token token, boolean aside, int stop) {
    return token.after(Token.DASH) || aside && token.after(Token.CLOSE) || token.after(stop);
  }

  /**
   * Where a no ends besides at a turn. "Other than billing, we …" ends at its comma; "not an admin
   * job: …" at its colon, but "we do not need: …" goes on behind it.
   */
  private int stop(int from, int at, int next) {
    boolean excepts = at == from && EXCEPTS.contains(tokens.get(at).word());
    boolean lists = next < tokens.size() && tokens.get(next).after(Token.COLON);
    return (excepts ? Token.COMMA : 0) | (lists ? 0 : Token.COLON);
  }

  private int no(int at, int to) {
    int length = Denials.NO.at(tokens, at, to);
    if (length == 0) {
      return 0;
    }
    int next = at + length;
    while (next < to
        && CARRIES.contains(tokens.get(next).word())
        && !tokens.get(next).after(Token.COMMA)) {
      next++;
    }
    return next - at;
  }

  private int done(int from, int at, int to) {
    int length = Denials.DONE.at(tokens, at, to);
    if (length == 0) {
      return 0;
    }
    var word = tokens.get(at).word();
    if (word.equals("in") || word.equals("inhouse")) {
      return placed(from, at, at + length, to) ? length : 0;
    }
    if (length == 2 && tokens.get(at + 1).word().equals("not")) {
      boolean harmless = Denials.HARMLESS.at(tokens, at + 1, to) > 0;
      return at > from && !pronoun(tokens.get(at - 1).word()) && !harmless ? length : 0;
    }
    return length;
  }

  /** "The trouble is not drafting" says no to what follows; "billing is not needed" does not. */
  private boolean saysNot(int at, int next) {
    return tokens.get(next - 1).word().equals("not")
        && next - at == 2
        && !Set.of(
                "needed",
                "required",
                "necessary",
                "part",
                "included",
                "wanted",
                "something",
                "an",
                "our",
                "my",
                "what",
                "a",
                "the")
            .contains(tokens.get(next).word());
  }

  private static boolean pronoun(String word) {
    return Set.of("this", "it", "that", "we", "they", "there", "you").contains(word);
  }

  private boolean placed(int from, int at, int next, int to) {
    if (next < to
        && Set.of("counsel", "attorney", "attorneys", "lawyer", "legal", "paralegal", "paralegals")
            .contains(tokens.get(next).word())) {
      return false;
    }
    for (int k = at - 1; k >= from && k >= at - 8; k--) {
      if (DOING.contains(tokens.get(k).word())) {
        return true;
      }
    }
    return at == from && next < to && tokens.get(next).after(Token.COLON);
  }

  /** Where the clause before this place began: behind what is needed, if that was said. */
  private int clauseBefore(int from, int at) {
    int need = -1;
    for (int k = from; k < at; k++) {
      var word = tokens.get(k).word();
      // "a plus but not required": what is not required stands before the but
      if (NEEDS.contains(word) || word.equals("but") && k < at - 1) {
        need = k;
      }
    }
    if (need < 0) {
      return from;
    }
    if (tokens.get(need).word().equals("but")) {
      return need + 1;
    }
    for (int k = at - 1; k > need; k--) {
      if (tokens.get(k).after(Token.COMMA | Token.OPEN) || LINKS.contains(tokens.get(k).word())) {
        return k;
      }
    }
    return at;
  }

  private boolean turns(int at, int to, boolean verbal) {
    var token = tokens.get(at);
    if (TURNS.contains(token.word())) {
      return true;
    }
    boolean opens =
        token.after(Token.COMMA)
            || at > 0 && tokens.get(at - 1).after(Token.COMMA) && linking(at - 1)
            || at > 0 && linking(at - 1) && pronoun(token.word());
    return opens && BEGINS.contains(token.word()) && !verbal && at < to;
  }

  private boolean linking(int at) {
    return tokens.get(at).word().equals("and");
  }

  private boolean lastOfClause(int at, int to) {
    return at + 1 >= to || tokens.get(at + 1).after(Token.COMMA);
  }
}
