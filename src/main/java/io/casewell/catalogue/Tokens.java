package io.casewell.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a text into words and notes where sentences, clauses and list points begin. One pass. */
final class Tokens {
  private static final Set<String> ABBREVIATIONS =
      Cues.words(
          """
          hrs hr wk wks mr mrs ms dr vs approx inc etc e g i dept jr sr min max esq st avg u
          d
          """);

  private static final String BULLETS = "•·▪‣●◦*–—-✓✔➢►○■□→";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    var tokens = new Tokens(text);
    tokens.cut();
    return tokens.tokens;
  }

  private void cut() {
    int i = 0;
    int gapFrom = 0;
    while (i < text.length()) {
      if (!Character.isLetterOrDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      i = endOfWord(i);
      var source = text.substring(start, i);
      var word = Words.fold(source);
      if (!word.isEmpty()) {
        int gap = gap(gapFrom, start);
        tokens.add(
            new Token(
                word,
                Words.stem(word),
                start,
                i,
                gap,
                Character.isUpperCase(source.charAt(0)),
                upper(source)));
        gapFrom = i;
      }
    }
  }

  private int endOfWord(int from) {
    int i = from;
    int end = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        i++;
        end = i;
      } else if (Words.silent(c)) {
        i++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean upper(String source) {
    for (int i = 0; i < source.length(); i++) {
      if (Character.isLowerCase(source.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private int gap(int from, int to) {
    int bits = 0;
    int lines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      switch (c) {
        case ',' -> bits |= Token.COMMA;
        case ':' -> bits |= Token.COLON;
        case ';', '!', '?' -> bits |= Token.END;
        case '(', '[' -> bits |= Token.OPEN;
        case ')', ']' -> bits |= Token.CLOSE;
        case '\n' -> lines++;
        case '—' -> bits |= lines > 0 ? 0 : Token.DASH;
        case '–', '-' -> bits |= lines == 0 && spaced(i) ? Token.DASH : 0;
        case '.' -> bits |= stop(i, to);
        default -> {}
      }
    }
    return bits | lines(lines, from, to, bits);
  }

  private boolean spaced(int i) {
    return i > 0
        && Character.isWhitespace(text.charAt(i - 1))
        && i + 1 < text.length()
        && Character.isWhitespace(text.charAt(i + 1));
  }

  /** A full stop ends a sentence unless it sits inside a number or behind an abbreviation. */
  private int stop(int i, int nextWord) {
    if (i + 1 == nextWord) {
      return Token.POINT;
    }
    boolean abbreviated = !tokens.isEmpty() && ABBREVIATIONS.contains(tokens.getLast().word());
    return abbreviated && !Character.isUpperCase(text.charAt(nextWord)) ? 0 : Token.END;
  }

  private int lines(int lines, int from, int to, int bits) {
    if (lines == 0) {
      return from == 0 && bulleted(from, to) ? Token.BULLET : 0;
    }
    int found = lines > 1 ? Token.PARAGRAPH | Token.END : 0;
    if (bulleted(text.lastIndexOf('\n', to - 1) + 1, to)) {
      return found | Token.BULLET | Token.END;
    }
    // a line that begins small goes on with the sentence; one after a comma does too
    boolean goesOn = Character.isLowerCase(text.charAt(to)) || (bits & Token.COMMA) != 0;
    return goesOn && (bits & Token.COLON) == 0 ? found : found | Token.END;
  }

  private boolean bulleted(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (BULLETS.indexOf(c) >= 0) {
        return true;
      }
      if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return false;
  }
}
