package io.casewell.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened to a thing, told from its trail in the words of the feature it belongs to. The
 * database shows each caller only the rows that are theirs.
 */
@Component
public class Timelines {
  private static final int MOST = 100;

  private final DatabaseClient db;
  private final Tenancy tx;
  private final JsonMapper json;
  private final Clock clock;
  private final List<TrailWords> features;

  Timelines(
      DatabaseClient db, Tenancy tx, JsonMapper json, Clock clock, List<TrailWords> features) {
    this.db = db;
    this.tx = tx;
    this.json = json;
    this.clock = clock;
    this.features = features;
  }

  private record Row(
      Instant at,
      String what,
      @Nullable String name,
      @Nullable String realm,
      @Nullable String was,
      @Nullable String now) {}

  /** The newest first, at most a hundred; empty when there is nothing the caller may see. */
  public Mono<List<Moment>> of(String kind, UUID subject, ZoneId zone) {
    return db.sql(
            """
            select e.at, e.what, a.name, e.realm, e.before::text as was, e.after::text as now
            from audit_event e left join account a on a.id = e.account
            where e.subject_kind = :kind and e.subject = :subject
            order by e.seq desc limit :most
            """)
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("most", MOST)
        .mapProperties(Row.class)
        .all()
        .map(row -> moment(kind, subject, row, zone))
        .collectList()
        .as(tx::transactional);
  }

  private Moment moment(String kind, UUID subject, Row row, ZoneId zone) {
    var said =
        say(new TrailWords.Step(kind, subject, row.what(), tree(row.was()), tree(row.now())));
    var when = TimeWords.ago(row.at(), clock.instant()) + ", " + TimeWords.moment(row.at(), zone);
    var name = row.name();
    return new Moment(
        // whoever works for Casewell is not named to those outside
        name == null ? "Casewell" : name, said.words(), when, row.at().toString(), said.icon());
  }

  /** What the trail keeps of one side, as a tree; a missing node where it keeps nothing. */
  public JsonNode tree(@Nullable String text) {
    return text == null ? json.missingNode() : json.readTree(text);
  }

  /** The step in its feature's words, or in plain ones. */
  public TrailWords.Said say(TrailWords.Step step) {
    return features.stream()
        .filter(feature -> feature.kinds().containsKey(step.kind()))
        .map(feature -> feature.say(step))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new TrailWords.Said(plainly(step.what()), "edit"));
  }

  private static String plainly(String what) {
    return "wrote down: " + what + ".";
  }

  /** Every kind the trail may speak of, by its code. */
  public Map<String, String> kinds() {
    var all = new TreeMap<String, String>();
    features.forEach(feature -> feature.kinds().forEach(all::putIfAbsent));
    return all;
  }

  /** What a person calls this kind. */
  public String kind(String code) {
    return kinds().getOrDefault(code, FieldWords.of(code));
  }

  /** Where operations read more of it, or null. */
  public @Nullable String address(String kind, UUID subject) {
    return features.stream()
        .filter(feature -> feature.kinds().containsKey(kind))
        .map(feature -> Optional.ofNullable(feature.address(kind, subject)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }
}
