package io.casewell.needs;

import io.casewell.platform.FirmId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a need, told from its trail. */
@Component
class NeedHistory {
  private static final Map<String, String> FIELDS = fields();

  private final DatabaseClient db;
  private final Tenancy tx;
  private final JsonMapper json;
  private final Clock clock;

  NeedHistory(DatabaseClient db, Tenancy tx, JsonMapper json, Clock clock) {
    this.db = db;
    this.tx = tx;
    this.json = json;
    this.clock = clock;
  }

  private record Row(
      Instant at, String what, @Nullable String name, @Nullable String was, @Nullable String now) {}

  /** The newest first, at most a hundred. */
  Mono<List<Happened>> of(NeedId id, FirmId firm, ZoneId zone) {
    return db.sql(
            """
            select e.at, e.what, a.name, e.before::text as was, e.after::text as now
            from audit_event e left join account a on a.id = e.account
            where e.subject_kind = 'need' and e.subject = :id and e.firm = :firm
            order by e.seq desc limit 100
            """)
        .bind("id", id.value())
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .all()
        .map(row -> happened(row, zone))
        .collectList()
        .as(tx::transactional);
  }

  private Happened happened(Row row, ZoneId zone) {
    var name = row.name();
    var when = NeedWords.ago(row.at(), clock.instant()) + ", " + NeedWords.moment(row.at(), zone);
    return new Happened(
        name == null ? "Casewell" : name, words(row), when, row.at().toString(), icon(row.what()));
  }

  private String words(Row row) {
    return switch (row.what()) {
      case "posted" -> "posted it.";
      case "drafted" -> "saved it as a draft.";
      case "paused" -> "paused the search.";
      case "opened" -> "opened the search again.";
      case "closed" -> "closed it: " + tree(row.now()).path("reason").asString("");
      case "assigned" -> "asked " + tree(row.now()).path("to").asString("") + " to look after it.";
      case "no longer assigned" -> "took it back: nobody looks after it.";
      case "note written" ->
          "wrote a note about " + tree(row.now()).path("about").asString("somebody") + ".";
      case "note removed" ->
          "removed a note about " + tree(row.was()).path("about").asString("somebody") + ".";
      case "changed" -> "changed " + changes(tree(row.was()), tree(row.now())) + ".";
      default -> "changed it.";
    };
  }

  private JsonNode tree(@Nullable String text) {
    return json.readTree(text == null ? "{}" : text);
  }

  private static String changes(JsonNode was, JsonNode now) {
    var changed = new ArrayList<String>();
    FIELDS.forEach((field, words) -> {
      var before = was.path(field);
      var after = now.path(field);
      if (before.isMissingNode() && after.isMissingNode()) {
        return;
      }
      boolean plain = before.isIntegralNumber() && after.isIntegralNumber();
      changed.add(
          plain && !field.endsWith("Cents")
              ? "%s from %d to %d".formatted(words, before.longValue(), after.longValue())
              : words);
    });
    return changed.isEmpty() ? "the parties" : String.join(", ", changed);
  }

  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("title", "the title");
    fields.put("role", "the role");
    fields.put("seats", "the number of people");
    fields.put("hoursPerWeek", "the hours a week");
    fields.put("mustSkills", "the must-have skills");
    fields.put("niceSkills", "the nice-to-have skills");
    fields.put("mustSoftware", "the required software");
    fields.put("niceSoftware", "the preferred software");
    fields.put("credentials", "the credentials");
    fields.put("jurisdictions", "the jurisdictions");
    fields.put("practiceAreas", "the practice areas");
    fields.put("languages", "the languages");
    fields.put("window", "the working window");
    fields.put("minOverlapMinutes", "the minimum overlap in minutes");
    fields.put("rateCapCents", "the rate cap");
    fields.put("startDate", "the first day");
    fields.put("weeks", "the weeks");
    return fields;
  }

  private static String icon(String what) {
    return switch (what) {
      case "posted", "opened" -> "check";
      case "closed" -> "x";
      case "paused" -> "clock";
      case "assigned", "no longer assigned" -> "user";
      case "note written", "note removed" -> "file";
      default -> "edit";
    };
  }
}
