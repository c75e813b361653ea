package io.casewell.matching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import io.casewell.platform.PartyHash;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * The append-only record of what firms were shown: each new result for a version of a need, with
 * all that is needed to make it again, byte for byte.
 */
@Component
class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final int WAITING = 10_000;

  private final Worker worker;
  private final FactsLog log;
  private final Engine engine;
  private final JsonMapper json;
  private final Catalogue catalogue;
  private final Cache<String, Boolean> recorded = Caffeine.newBuilder().maximumSize(10_000).build();
  private final Sinks.Many<Kept> waiting;
  private final Disposable writing;

  Runs(Worker worker, FactsLog log, Engine engine, JsonMapper json, Catalogue catalogue) {
    this.worker = worker;
    this.log = log;
    this.engine = engine;
    this.json = json;
    this.catalogue = catalogue;
    this.waiting =
        Sinks.many()
            .unicast()
            .onBackpressureBuffer(new java.util.concurrent.ArrayBlockingQueue<>(WAITING));
    this.writing =
        waiting
            .asFlux()
            .concatMap(this::write)
            .subscribe(_ -> {}, trouble -> LOG.error("match runs are no longer kept", trouble));
  }

  @EventListener(ContextClosedEvent.class)
  void stop() {
    writing.dispose();
  }

  /** One shown person: the parts in their order. */
  record Shown(UUID staff, int score, List<Integer> parts, int sharedMinutes) {}

  /** What a run came to; its JSON's SHA-256 is the result's hash. */
  record Result(int eligible, Map<String, Integer> excluded, List<Shown> shown) {}

  /** The question, as it is kept. */
  record Asked(
      UUID need, UUID firm, NeedTerms terms, List<String> parties, Instant at, int limit) {}

  private record Kept(
      FirmId firm,
      long version,
      Asked asked,
      Position position,
      String catalogue,
      Result result,
      byte[] hash) {}

  /** Keeps this run unless the same result of the same version of the need is kept already. */
  void note(Matches.Found found) {
    var kept = kept(found);
    var key =
        found.need().id() + " " + kept.version() + " " + HexFormat.of().formatHex(kept.hash());
    if (recorded.asMap().putIfAbsent(key, true) == null) {
      synchronized (waiting) {
        if (waiting.tryEmitNext(kept).isFailure()) {
          recorded.invalidate(key);
          LOG.warn("too many match runs wait to be kept; this one is not");
        }
      }
    }
  }

  private Kept kept(Matches.Found found) {
    var ranking = found.ranking();
    var ask = ranking.ask();
    var result = result(ranking);
    return new Kept(
        found.need().firm(),
        found.need().version(),
        new Asked(
            ask.need(),
            ask.firm().value(),
            ask.terms(),
            ask.parties().stream().sorted().map(h -> HexFormat.of().formatHex(h.bytes())).toList(),
            ranking.at(),
            ranking.top().size()),
        found.run().position(),
        catalogue.version(),
        result,
        hash(result));
  }

  private static Result result(Ranking ranking) {
    return new Result(
        ranking.eligible(),
        ranking.excluded().entrySet().stream()
            .collect(
                Collectors.toMap(
                    e -> e.getKey().name(),
                    Map.Entry::getValue,
                    (a, _) -> a,
                    java.util.TreeMap::new)),
        ranking.top().stream().map(c -> shown(c.match())).toList());
  }

  private static Shown shown(Match match) {
    return new Shown(match.staff().value(), match.score(), match.points(), match.sharedMinutes());
  }

  private byte[] hash(Result result) {
    return Secrets.hash(json.writeValueAsBytes(result));
  }

  private Mono<Void> write(Kept kept) {
    return worker
        .db()
        .sql(
            """
            insert into match_run (id, firm, need, need_version, result_hash, at, position, rules,
              catalogue, tzdata, ask, eligible, counts, shown)
            values (:id, :firm, :need, :version, :hash, :at, :position::text::xid8, :rules,
              :catalogue, :tzdata, :ask, :eligible, :counts, :shown)
            on conflict do nothing
            """)
        .bind("id", Ids.next())
        .bind("firm", kept.firm().value())
        .bind("need", kept.asked().need())
        .bind("version", kept.version())
        .bind("hash", kept.hash())
        .bind("at", kept.asked().at())
        .bind("position", Long.toString(kept.position().transaction()))
        .bind("rules", Integer.toString(Engine.RULES))
        .bind("catalogue", kept.catalogue())
        .bind("tzdata", tzdata())
        .bind("ask", Json.of(json.writeValueAsBytes(kept.asked())))
        .bind("eligible", kept.result().eligible())
        .bind("counts", Json.of(json.writeValueAsBytes(kept.result().excluded())))
        .bind("shown", Json.of(json.writeValueAsBytes(kept.result().shown())))
        .then()
        .onErrorResume(trouble -> {
          LOG.error("a match run could not be kept", trouble);
          return Mono.empty();
        });
  }

  /** The version of the time-zone data of this Java runtime, e.g. {@code 2026b}. */
  private static String tzdata() {
    return ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();
  }

  private record Stored(String ask, long position, byte[] resultHash) {}

  /**
   * Makes a kept run again from the facts of its position.
   *
   * @return whether every byte of the result is the same
   */
  Mono<Boolean> replay(UUID run) {
    return worker
        .db()
        .sql(
            """
            select ask::text as ask, position::text::bigint as position, result_hash
            from match_run where id = :id
            """)
        .bind("id", run)
        .mapProperties(Stored.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(this::again);
  }

  private Mono<Boolean> again(Stored stored) {
    var asked = json.readValue(stored.ask(), Asked.class);
    return log.at(new Position(stored.position()))
        .collectList()
        .map(everybody -> Arrays.equals(hash(rank(asked, everybody)), stored.resultHash()));
  }

  private Result rank(Asked asked, List<StaffFacts> everybody) {
    var index = new MatchIndex(engine);
    index.put(everybody);
    return result(index.rank(ask(asked), asked.at(), Math.max(1, asked.limit())));
  }

  private static Ask ask(Asked asked) {
    Set<PartyHash> parties =
        asked.parties().stream()
            .map(hex -> PartyHash.of(HexFormat.of().parseHex(hex)))
            .collect(Collectors.toSet());
    return new Ask(asked.need(), new FirmId(asked.firm()), asked.terms(), parties);
  }
}
