package io.casewell.home;

import io.casewell.platform.FirmId;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Timelines;
import io.casewell.platform.TrailWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What happened in a firm, told from its trail. */
@Component
class FirmActivity {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);

  private final DatabaseClient db;
  private final Tenancy tx;
  private final Timelines timelines;
  private final Clock clock;

  FirmActivity(DatabaseClient db, Tenancy tx, Timelines timelines, Clock clock) {
    this.db = db;
    this.tx = tx;
    this.timelines = timelines;
    this.clock = clock;
  }

  private record Row(
      Instant at,
      String kind,
      UUID subject,
      String what,
      @Nullable String name,
      @Nullable String title,
      @Nullable String reason,
      @Nullable String person,
      boolean left,
      @Nullable String was,
      @Nullable String now) {}

  /** The newest first, before this moment. */
  Mono<List<Deed>> of(FirmId firm, Instant before, int limit, ZoneId zone) {
    return db.sql(
            """
            select e.at, e.subject_kind as kind, e.subject, e.what, a.name,
              coalesce(n.title, e.after ->> 'title', e.before ->> 'title') as title,
              e.after ->> 'reason' as reason,
              coalesce(e.after ->> 'to', e.after ->> 'about', e.before ->> 'about') as person,
              e.account is not null and e.realm <> 'operations' as left,
              e.before::text as was, e.after::text as now
            from audit_event e
              left join account a on a.id = e.account
              left join need n on e.subject_kind = 'need' and n.id = e.subject
            where e.firm = :firm and e.at < :before
            order by e.at desc, e.subject, e.seq desc limit :limit
            """)
        .bind("firm", firm.value())
        .bind("before", before)
        .bind("limit", limit)
        .mapProperties(Row.class)
        .all()
        .map(row -> deed(row, zone))
        .collectList()
        .as(tx::transactional);
  }

  private Deed deed(Row row, ZoneId zone) {
    var title = row.title() == null || row.title().isBlank() ? null : row.title();
    boolean need = row.kind().equals("need");
    return new Deed(
        // colleagues are named while they are in the firm
        row.name() != null ? row.name() : row.left() ? "Somebody who has left" : "Casewell",
        words(row),
        need ? (title == null ? "a need" : title) : title,
        need ? "/needs/" + row.subject() : null,
        ago(row.at()) + ", " + row.at().atZone(zone).format(MOMENT),
        row.at().toString(),
        icon(row));
  }

  private String words(Row row) {
    var person = row.person() == null ? "somebody" : row.person();
    return switch (row.kind() + ": " + row.what()) {
      case "need: posted" -> "posted";
      case "need: drafted" -> "saved as a draft";
      case "need: changed" -> "changed";
      case "need: paused" -> "paused the search for";
      case "need: opened" -> "went on searching for";
      case "need: closed" -> "closed";
      case "need: assigned" -> "asked " + person + " to look after";
      case "need: no longer assigned" -> "asked nobody in particular to look after";
      case "need: note written" -> "wrote a note about " + person + " for";
      case "need: note removed" -> "removed a note about " + person + " for";
      case "need draft: draft begun" -> "began to write";
      case "need draft: draft removed" -> "threw away the draft";
      default -> said(row);
    };
  }

  private String said(Row row) {
    var step =
        new TrailWords.Step(
            row.kind(),
            row.subject(),
            row.what(),
            timelines.tree(row.was()),
            timelines.tree(row.now()));
    var words = timelines.say(step).words();
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private static String icon(Row row) {
    return switch (row.what()) {
      case "posted", "opened" -> "check";
      case "closed", "draft removed" -> "x";
      case "paused" -> "clock";
      case "assigned", "no longer assigned" -> "user";
      case "changed", "drafted", "draft begun" -> "edit";
      default -> "dot";
    };
  }

  private String ago(Instant at) {
    var past = Duration.between(at, clock.instant());
    if (past.toMinutes() < 1) {
      return "just now";
    }
    if (past.toHours() < 1) {
      return count(past.toMinutes(), "minute") + " ago";
    }
    return past.toDays() < 1
        ? count(past.toHours(), "hour") + " ago"
        : count(past.toDays(), "day") + " ago";
  }

  private static String count(long number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }
}
