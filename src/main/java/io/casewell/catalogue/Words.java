package io.casewell.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How words are compared: without case, accents, apostrophes and, in texts, endings. */
public final class Words {
  /** British and misspelt stems beside the ones the catalogue uses. */
  private static final Map<String, String> SAME =
      Map.of(
          "organis", "organiz",
          "summaris", "summariz",
          "analys", "analyz",
          "digitis", "digitiz",
          "calender", "calendar",
          "finalis", "finaliz",
          "prioritis", "prioritiz");

  private Words() {}

  /** Lower case, no accents, no apostrophes, one space between words, nothing else. */
  static String plain(String text) {
    return String.join(" ", of(text));
  }

  /** The words of a text. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (!silent(c) && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /** One word, folded. */
  static String fold(String word) {
    if (ascii(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    return String.join("", of(word));
  }

  /** Marks and apostrophes, which stand inside a word without ending it. */
  static boolean silent(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || apostrophe(c);
  }

  /** Straight and typographic apostrophes. */
  static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC' || c == '\u00B4';
  }

  /** The part of a word that stays when its ending changes: drafting, drafted, drafts → draft. */
  static String stem(String word) {
    var stem = singular(word);
    if (stem.length() > 5 && stem.endsWith("ing") && vowel(stem, stem.length() - 3)) {
      stem = undouble(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ed") && !stem.endsWith("eed")) {
      stem = undouble(stem.substring(0, stem.length() - 2));
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return SAME.getOrDefault(stem, stem);
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4
        && (word.endsWith("sses")
            || word.endsWith("xes")
            || word.endsWith("ches")
            || word.endsWith("shes"))) {
      return word.substring(0, length - 2);
    }
    if (length > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return word.substring(0, length - 1);
    }
    return word;
  }

  private static String undouble(String stem) {
    int last = stem.length() - 1;
    if (last > 1
        && stem.charAt(last) == stem.charAt(last - 1)
        && "lszf".indexOf(stem.charAt(last)) < 0) {
      return stem.substring(0, last);
    }
    return stem;
  }

  private static boolean vowel(String word, int end) {
    for (int i = 0; i < end; i++) {
      if ("aeiouy".indexOf(word.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean ascii(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > 127 || c == '\'') {
        return false;
      }
    }
    return true;
  }
}
