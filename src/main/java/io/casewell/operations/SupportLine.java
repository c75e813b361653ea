package io.casewell.operations;

import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for help in words.
 *
 * @param subject its first words
 * @param hat in which hat it was asked
 * @param person the asker's page, or null for a visitor
 * @param said what was said, in order
 */
public record SupportLine(
    String id,
    String name,
    String email,
    String hat,
    String page,
    String subject,
    String state,
    String label,
    String tone,
    String asked,
    String moved,
    @Nullable String person,
    List<Said> said) {
  private static final int SUBJECT = 80;

  /** Something said. */
  public record Said(String who, boolean byCasewell, String text, String when, String iso) {}

  static SupportLine of(
      SupportRows.Request row, List<SupportRows.Message> messages, ZoneId zone, Instant now) {
    var account = row.account();
    return new SupportLine(
        row.id().toString(),
        row.name(),
        row.email(),
        hat(row),
        row.page(),
        subject(row.first()),
        row.state(),
        label(row.state()),
        tone(row.state()),
        TimeWords.moment(row.createdAt(), zone),
        TimeWords.ago(row.updatedAt(), now),
        account == null ? null : "/operations/people/" + account,
        messages.stream().map(message -> said(message, row, zone, now)).toList());
  }

  private static Said said(
      SupportRows.Message message, SupportRows.Request row, ZoneId zone, Instant now) {
    var who = message.who();
    return new Said(
        message.byCasewell() ? (who == null ? "Casewell" : who + ", Casewell") : row.name(),
        message.byCasewell(),
        message.text(),
        TimeWords.ago(message.at(), now) + ", " + TimeWords.moment(message.at(), zone),
        message.at().toString());
  }

  private static String subject(@Nullable String first) {
    var line = first == null ? "" : first.strip().lines().findFirst().orElse("");
    if (line.codePointCount(0, line.length()) <= SUBJECT) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, SUBJECT)) + "…";
  }

  private static String hat(SupportRows.Request row) {
    var firm = row.firm();
    return switch (row.realm()) {
      case "firm" -> firm == null ? "Law firm" : firm;
      case "staff" -> "Professional";
      case "sales" -> "Sales";
      case "operations" -> "Operations";
      default -> row.account() == null ? "Visitor" : "No hat yet";
    };
  }

  private static String label(String state) {
    return switch (state) {
      case "open" -> "Waits for an answer";
      case "answered" -> "Answered";
      default -> "Closed";
    };
  }

  private static String tone(String state) {
    return switch (state) {
      case "open" -> "warn";
      case "answered" -> "good";
      default -> "neutral";
    };
  }
}
