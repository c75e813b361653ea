package io.casewell.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A set of word sequences; says whether one stands at a place of a text. */
final class Cues {
  private final Map<String, List<List<String>>> byFirst = new HashMap<>();

  /** One sequence a line or between semicolons. */
  Cues(String sequences) {
    for (var sequence : sequences.split("[;\n]")) {
      var words = Words.of(sequence);
      if (!words.isEmpty()) {
        byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(words);
      }
    }
  }

  /** The words of a text as a set. */
  static Set<String> words(String text) {
    return Set.copyOf(Words.of(text));
  }

  /** Every word of every sequence. */
  Set<String> all() {
    var all = new HashSet<String>();
    byFirst.values().forEach(sequences -> sequences.forEach(all::addAll));
    return all;
  }

  /** How many words the longest sequence at this place has; 0 when there is none. */
  int at(List<Token> tokens, int from, int limit) {
    int longest = 0;
    for (var words : byFirst.getOrDefault(tokens.get(from).word(), List.of())) {
      if (words.size() > longest && stands(words, tokens, from, limit)) {
        longest = words.size();
      }
    }
    return longest;
  }

  private static boolean stands(List<String> words, List<Token> tokens, int from, int limit) {
    if (from + words.size() > limit) {
      return false;
    }
    for (int k = 1; k < words.size(); k++) {
      if (!tokens.get(from + k).word().equals(words.get(k))) {
        return false;
      }
    }
    return true;
  }
}
