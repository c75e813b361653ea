package io.casewell.platform;

import java.util.regex.Pattern;

/**
 * A request's path as it may stand in a log: whatever could be a link's token is cut to its first
 * four characters.
 */
final class LogPath {
  private static final Pattern TOKEN = Pattern.compile("(?<=/)([\\w%-]{4})[\\w%-]{36,}");

  private LogPath() {}

  /** The path without tokens; ids of 36 characters stay. */
  static String of(String path) {
    return TOKEN.matcher(path).replaceAll("$1…");
  }
}
