package io.casewell.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How names of parties are compared: normalised first, then by keyed hash. Two names meet exactly
 * when their hashes are equal, and nearly when most of their trigrams are shared. Safe for use by
 * many threads.
 */
public final class PartyNames {
  /** From this Jaccard similarity on, two names are alike enough for a person to look at them. */
  public static final double ALIKE = 0.6;

  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "llc",
          "llp",
          "ltd",
          "limited",
          "corp",
          "corporation",
          "co",
          "company",
          "pc",
          "pllc",
          "plc");

  private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\x1C-\\x1F]+");
  private static final Pattern DROPPED =
      Pattern.compile("[^\\p{L}\\p{N}\\p{IsWhite_Space}\\x1C-\\x1F]+");

  private final SecretKeySpec key;

  /** Under the installation's key; refuses fewer than 16 bytes. */
  public PartyNames(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the key for party names needs at least 16 bytes");
    }
    this.key = new SecretKeySpec(key, "HmacSHA256");
  }

  /**
   * The form in which names are compared: compatibility decomposition, lower case, only letters,
   * numbers and single spaces, without trailing legal forms. Empty when nothing is left, e.g. for
   * "Co. LLC"; such a name cannot be compared.
   */
  public static String normalise(String name) {
    var lower = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var words = wordsOf(DROPPED.matcher(lower).replaceAll(""));
    int end = words.size();
    while (end > 0 && LEGAL_FORMS.contains(words.get(end - 1))) {
      end--;
    }
    return String.join(" ", words.subList(0, end));
  }

  /** The keyed hash of a name as people write it; refuses one that normalises to nothing. */
  public PartyHash hash(String name) {
    var normal = normalise(name);
    if (normal.isEmpty()) {
      throw new IllegalArgumentException("this party name has no letter or number to compare");
    }
    return PartyHash.of(mac().doFinal(normal.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The trigrams of a normalised name as pg_trgm makes them: of each word with two blanks before it
   * and one after it.
   */
  public static Set<String> trigrams(String normal) {
    var all = new TreeSet<String>();
    for (var word : wordsOf(normal)) {
      var padded = ("  " + word + " ").codePoints().toArray();
      for (int i = 0; i + 3 <= padded.length; i++) {
        all.add(new String(padded, i, 3));
      }
    }
    return all;
  }

  /** What two sets share, as a part of what both hold together: 0 to 1; two empty sets share 0. */
  public static double jaccard(Set<String> one, Set<String> other) {
    int shared = 0;
    for (var trigram : one) {
      shared += other.contains(trigram) ? 1 : 0;
    }
    return ratio(shared, one.size() + other.size() - shared);
  }

  /**
   * Keyed hashes of a name's trigrams, sorted: enough to compare nearly without keeping the name.
   */
  public long[] trigramHashes(String name) {
    var mac = mac();
    // the zero byte keeps these apart from whole names, which never hold one
    return trigrams(normalise(name)).stream()
        .mapToLong(t ->
            ByteBuffer.wrap(mac.doFinal(("\0" + t).getBytes(StandardCharsets.UTF_8))).getLong())
        .sorted()
        .distinct()
        .toArray();
  }

  /** As {@link #jaccard(Set, Set)}, of two arrays of {@link #trigramHashes}. */
  public static double jaccard(long[] one, long[] other) {
    int shared = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      int order = Long.compare(one[i], other[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return ratio(shared, one.length + other.length - shared);
  }

  /** Whether two names, given as {@link #trigramHashes}, are alike enough to be looked at. */
  public static boolean alike(long[] one, long[] other) {
    return jaccard(one, other) >= ALIKE;
  }

  private static double ratio(int shared, int all) {
    return all == 0 ? 0 : (double) shared / all;
  }

  private static List<String> wordsOf(String text) {
    var words = new ArrayList<>(Arrays.asList(SPACE.split(text)));
    words.removeIf(String::isEmpty);
    return words;
  }

  private Mac mac() {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }
}
