package io.casewell.needs;

import io.casewell.platform.Audit;
import io.casewell.platform.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down what became of a need, in the transaction of the change: the event and the row of the
 * trail. The parties' names enter neither, since operations read both.
 */
@Component
class Changes {
  private final Audit audit;
  private final Outbox outbox;
  private final JsonMapper json;

  Changes(Audit audit, Outbox outbox, JsonMapper json) {
    this.audit = audit;
    this.outbox = outbox;
    this.json = json;
  }

  /** A need that was not there before. */
  Mono<Void> began(Need need) {
    return need.state() == NeedState.OPEN
        ? tell(null, need, "posted", posted(need))
        : tell(null, need, "drafted", new NeedDrafted(1, need.id(), need.firm(), need.version()));
  }

  /** A need whose state moved. */
  Mono<Void> moved(Need before, Need after) {
    return switch (after.state()) {
      case OPEN ->
          before.postedAt() == null
              ? tell(before, after, "posted", posted(after))
              : tell(
                  before,
                  after,
                  "opened",
                  new NeedOpened(1, after.id(), after.firm(), after.version()));
      case PAUSED ->
          tell(
              before,
              after,
              "paused",
              new NeedPaused(1, after.id(), after.firm(), after.version()));
      case CLOSED ->
          tell(
              before,
              after,
              "closed",
              new NeedClosed(1, after.id(), after.firm(), after.version()));
      case DRAFT, FILLED -> Mono.error(new IllegalStateException("nobody moves a need there yet"));
    };
  }

  /** A need whose terms or parties changed. */
  Mono<Void> changed(Need before, Need after) {
    return tell(
        before, after, "changed", new NeedChanged(1, after.id(), after.firm(), after.version()));
  }

  private static NeedPosted posted(Need need) {
    return new NeedPosted(1, need.id(), need.firm(), need.version());
  }

  private Mono<Void> tell(@Nullable Need before, Need after, String what, NeedEvent event) {
    var was = before == null ? Map.<String, Object>of() : facts(before);
    var is = facts(after);
    var old = new LinkedHashMap<String, Object>(was);
    var now = new LinkedHashMap<String, Object>(is);
    if (before != null) {
      old.entrySet().removeIf(fact -> Objects.equals(fact.getValue(), is.get(fact.getKey())));
      now.entrySet().removeIf(fact -> Objects.equals(fact.getValue(), was.get(fact.getKey())));
    }
    var entry =
        new Audit.Entry(
            "need", after.id().value(), after.firm(), null, what, before == null ? null : old, now);
    return audit.append(entry).then(outbox.record(event));
  }

  private Map<String, Object> facts(Need need) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("state", need.state().code());
    var reason = need.closedReason();
    if (reason != null) {
      facts.put("reason", reason);
    }
    JsonNode terms = json.valueToTree(NeedBody.of(need.terms()));
    terms.properties().forEach(field -> facts.put(field.getKey(), field.getValue()));
    return facts;
  }
}
