package io.casewell.catalogue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends slips of the keyboard in words for work: "medcial" is medical. Only a word of six letters
 * or more that means nothing as it stands, one slip away from exactly one word we know, and with
 * the same first letter. The reader takes it only beside a word that is spelled right.
 */
final class Slips {
  private static final int LETTERS = 6;

  /** Ordinary words that lie one slip from a word for work and mean something else. */
  private static final Set<String> ORDINARY =
      Cues.words(
          """
          compliant disposition dispositions filling fillings falling feeling finding firing
          billions bullying bidding binding building calling rolling recover recovers reported
          reporter reporters receive received receives revise previews reviewer recorder recorders
          statue status causal casual contact contacts contrast connect connects conduct contracted
          marital martial personnel principal principle tracing training tracks trucking cracking
          mediation medication medications meditation exhibition exhibited except expect excepts
          insurer insured assure assured ensure county counts country courts course courses source
          letting latter litter matters mattes clients client clinic clinics decent descent
          invoke invokes voices notices novices posting hosting costing casting resting
          resources research researcher accident accidents incident incidents scheduler
          """);

  /** Words we know by first letter and length, to be compared with few. */
  private final Map<String, Set<String>> words = new HashMap<>();

  private final Set<String> known = new HashSet<>();

  /** A word's mended spelling. */
  record Mended(String word, String stem) {}

  /** Learns a word that is spelled right; one for work may be what a slip meant. */
  void learn(String word, boolean work) {
    known.add(word);
    known.add(Words.stem(word));
    if (work && word.length() >= LETTERS) {
      words.computeIfAbsent(shelf(word.charAt(0), word.length()), _ -> new HashSet<>()).add(word);
    }
  }

  private static String shelf(char first, int length) {
    return first + "" + length;
  }

  /** Each word's mended spelling, or null where it stays as it is. */
  @Nullable Mended[] of(List<Token> tokens) {
    var mended = new @Nullable Mended[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      mended[i] = of(tokens.get(i));
    }
    return mended;
  }

  private @Nullable Mended of(Token token) {
    var typed = token.word();
    if (typed.length() < LETTERS
        || known.contains(typed)
        || known.contains(token.stem())
        || ORDINARY.contains(typed)
        || !typed.chars().allMatch(Character::isLetter)) {
      return null;
    }
    var meant = new HashSet<String>();
    @Nullable String found = null;
    for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
      for (var word : words.getOrDefault(shelf(typed.charAt(0), length), Set.of())) {
        if (Typos.one(typed, word)) {
          meant.add(Words.stem(word));
          found = word;
        }
      }
    }
    return found == null || meant.size() > 1 ? null : new Mended(found, Words.stem(found));
  }
}
