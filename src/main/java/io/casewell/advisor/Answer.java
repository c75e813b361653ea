package io.casewell.advisor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the advisor's page shows: what was asked, and the answer or what is wrong with the question.
 *
 * @param hours as typed, by task id
 * @param text as typed
 * @param advice the answer; null before anything was asked, or with problems
 * @param cost a week; null where it cannot be told
 * @param problems by field
 */
public record Answer(
    Map<String, String> hours,
    String text,
    @Nullable Advice advice,
    @Nullable WeeklyCost cost,
    Map<String, String> problems) {
  /** A link carries no more of the text than browsers and a sign-in in between let through. */
  private static final int LINK_TEXT = 1200;

  static final Answer NOTHING_ASKED = new Answer(Map.of(), "", null, null, Map.of());

  /**
   * A stretch of the text.
   *
   * @param phrase what it was understood as, or null for the words between
   */
  public record Piece(String words, Advice.@Nullable Phrase phrase) {}

  /** What was typed for this kind of work. */
  public String hoursOf(String task) {
    return hours.getOrDefault(task, "");
  }

  /** What is wrong with this field, or null. */
  public @Nullable String problem(String field) {
    return problems.get(field);
  }

  /** The text in pieces, the understood ones marked; of overlapping ones the first. */
  public List<Piece> pieces() {
    var pieces = new ArrayList<Piece>();
    int at = 0;
    for (var phrase : advice == null ? List.<Advice.Phrase>of() : advice.phrases()) {
      if (phrase.start() >= at && phrase.end() <= text.length()) {
        if (phrase.start() > at) {
          pieces.add(new Piece(text.substring(at, phrase.start()), null));
        }
        pieces.add(new Piece(text.substring(phrase.start(), phrase.end()), phrase));
        at = phrase.end();
      }
    }
    if (at < text.length()) {
      pieces.add(new Piece(text.substring(at), null));
    }
    return pieces;
  }

  /** Where the need, or the team of two needs, is posted with what was asked. */
  public String needLink() {
    if (advice == null) {
      return "/needs/new";
    }
    var link = new StringBuilder("/needs/new?role=").append(advice.verdict().code());
    var paralegal = advice.paralegalHours();
    var caseManager = advice.caseManagerHours();
    if (advice.verdict() == Verdict.BOTH && paralegal != null && caseManager != null) {
      link.append("&paralegalHours=").append(whole(paralegal));
      link.append("&caseManagerHours=").append(whole(caseManager));
    } else if (advice.hours() instanceof BigDecimal all) {
      link.append("&hours=").append(whole(all));
    }
    if (!text.isBlank()) {
      link.append("&text=").append(shortened());
    }
    return link.toString();
  }

  /** Where a demo is booked, to which the question goes along. */
  public String demoLink() {
    if (advice == null) {
      return "/demo";
    }
    var weekly =
        hours.entrySet().stream()
            .filter(one -> !one.getValue().isBlank())
            .map(one -> one.getKey() + ":" + new BigDecimal(one.getValue()).toPlainString())
            .collect(java.util.stream.Collectors.joining(","));
    return "/demo?hours="
        + URLEncoder.encode(weekly, StandardCharsets.UTF_8)
        + (text.isBlank() ? "" : "&text=" + shortened());
  }

  private static BigDecimal whole(BigDecimal hours) {
    return hours.setScale(0, RoundingMode.CEILING);
  }

  /** As much of the text as a link holds, cut between words. */
  private String shortened() {
    int end = Math.min(text.length(), LINK_TEXT);
    while (true) {
      var encoded = URLEncoder.encode(text.substring(0, end), StandardCharsets.UTF_8);
      int space = text.lastIndexOf(' ', end - 1);
      if (encoded.length() <= LINK_TEXT || end <= 1) {
        return encoded;
      }
      end = space > end / 2 ? space : end * 3 / 4;
    }
  }

  /** "14 hours a week", "1 hour a week". */
  public String hoursInWords(BigDecimal weekly) {
    var number = weekly.toPlainString();
    return number.equals("1") ? "1 hour a week" : number + " hours a week";
  }
}
