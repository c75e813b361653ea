package io.casewell.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every stream of a PDF into nothing and counts, before a parser holds one in memory: ten
 * megabytes may unpack to ten gigabytes. Pictures are left out, since nothing decodes them here.
 */
final class PackedStreams {
  private static final long MOST_OF_ONE = 48L << 20;
  private static final long MOST_OF_ALL = 256L << 20;

  /** How far before the word {@code stream} its dictionary is looked for. */
  private static final int DICTIONARY = 4096;

  private static final int AFTER_END = 4096;
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern PACKED_TWICE =
      Pattern.compile(
          "/(?:Filter|F)\\s*\\[[^\\]]*/(?:Flate|LZW|Run|Fl|RL)[^\\]]*/(?:Flate|LZW|Run|Fl|RL)");

  private final byte[] file;
  private final byte[] out = new byte[64 * 1024];
  private long all;

  private PackedStreams(byte[] file) {
    this.file = file;
  }

  /** Refuses a PDF that unpacks to too much, is packed twice or goes on after its end. */
  static void check(Path file) throws IOException, UnfitFile {
    new PackedStreams(Files.readAllBytes(file)).look();
  }

  private void look() throws UnfitFile {
    int last = lastIndexOf("%%EOF".getBytes(StandardCharsets.US_ASCII));
    if (last < 0 || file.length - last > AFTER_END) {
      throw new UnfitFile(
          "This file begins as a PDF and does not end as one. Print it to a new PDF.");
    }
    for (int at = next(0); at >= 0; at = next(at + STREAM.length)) {
      int from = Math.max(0, at - DICTIONARY);
      var before = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
      var dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
      if (PACKED_TWICE.matcher(dictionary).find()) {
        throw bomb();
      }
      if (!dictionary.contains("/Image")) {
        count(begin(at + STREAM.length));
      }
    }
  }

  private static UnfitFile bomb() {
    return new UnfitFile(
        "This PDF unpacks to far more than its size. Print it to a new PDF and send that.");
  }

  private int begin(int at) {
    int begin = at;
    while (begin < file.length && (file[begin] == '\r' || file[begin] == '\n')) {
      begin++;
    }
    return begin;
  }

  private void count(int begin) throws UnfitFile {
    var inflater = new Inflater();
    try {
      inflater.setInput(file, begin, file.length - begin);
      long one = 0;
      while (!inflater.finished()) {
        int unpacked = inflater.inflate(out);
        if (unpacked == 0) {
          return;
        }
        one += unpacked;
        all += unpacked;
        if (one > MOST_OF_ONE || all > MOST_OF_ALL) {
          throw bomb();
        }
      }
    } catch (DataFormatException _) {
      // not packed this way, so it unpacks to nothing more than is there
    } finally {
      inflater.end();
    }
  }

  /** The next {@code stream} that is not the end of {@code endstream}. */
  private int next(int from) {
    for (int i = Math.max(from, 3); i <= file.length - STREAM.length; i++) {
      if (file[i] == 's' && matches(STREAM, i) && file[i - 1] != 'd') {
        return i;
      }
    }
    return -1;
  }

  private int lastIndexOf(byte[] word) {
    for (int i = file.length - word.length; i >= 0; i--) {
      if (matches(word, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean matches(byte[] word, int at) {
    for (int i = 0; i < word.length; i++) {
      if (file[at + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
