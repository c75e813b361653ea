package io.casewell.notifications;

import io.casewell.platform.NoticeKind;
import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A notice as its reader's page lists it.
 *
 * @param when how long ago, and exactly
 */
public record NoticeLine(
    String id, String kind, String title, String text, String when, String iso, boolean unread) {
  static NoticeLine of(Notices.Row row, ZoneId zone, Instant now) {
    return new NoticeLine(
        row.id().toString(),
        NoticeKind.of(row.kind()).map(NoticeKind::label).orElse(""),
        row.title(),
        row.text(),
        TimeWords.ago(row.at(), now) + ", " + TimeWords.moment(row.at(), zone),
        row.at().toString(),
        row.readAt() == null);
  }
}
