package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Limits;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Stores a need and announces it, both or neither, and once for each key. */
@Component
public class PostNeed {
  /** A firm's person needs no more; a program that went astray is stopped. */
  private static final int A_MINUTE = 300;

  private final Needs needs;
  private final Changes changes;
  private final Idempotency idempotency;
  private final Limits limits;
  private final Tenancy tx;
  private final Clock clock;
  private final JsonMapper json;

  PostNeed(
      Needs needs,
      Changes changes,
      Idempotency idempotency,
      Limits limits,
      Tenancy tx,
      Clock clock,
      JsonMapper json) {
    this.needs = needs;
    this.changes = changes;
    this.idempotency = idempotency;
    this.limits = limits;
    this.tx = tx;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Stores what is asked for.
   *
   * @param inputs one need, or several that shall be filled together as a team
   * @param state open, or draft when it is of no concern to anybody else yet
   * @param key the idempotency key, or empty
   * @return the first need's id; refused with 429 above so many calls a minute by one person
   */
  public Mono<NeedId> post(
      List<NeedInput> inputs, NeedState state, Caller.FirmMember by, String key) {
    var team = inputs.size() > 1 ? NeedId.next().value() : null;
    var all = inputs.stream().map(one -> new Begun(need(one, state, by, team), one)).toList();
    var first = all.getFirst().need().id().toString();
    var work = Flux.fromIterable(all).concatMap(one -> write(one, by)).then(Mono.just(first));
    return Mono.fromRunnable(() -> limits.count("needs posted by " + by.account(), A_MINUTE))
        .then(
            Mono.defer(
                () -> idempotency.once(by.account().value(), key, payload(state, inputs), work)))
        .map(NeedId::of)
        .as(tx::transactional);
  }

  private record Begun(Need need, NeedInput input) {}

  private Mono<Void> write(Begun begun, Caller.FirmMember by) {
    return needs
        .add(begun.need(), begun.input().parties(), by.account())
        .then(changes.began(begun.need()));
  }

  private Need need(NeedInput input, NeedState state, Caller.FirmMember by, @Nullable UUID team) {
    // PostgreSQL keeps microseconds
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var posted = state == NeedState.OPEN ? now : null;
    return new Need(
        NeedId.next(), by.firm(), 1, state, null, input.terms(), team, now, posted, now);
  }

  private String payload(NeedState state, List<NeedInput> inputs) {
    var all = json.createArrayNode().add("need " + state.code());
    inputs.forEach(input -> {
      all.addPOJO(NeedBody.of(input.terms()));
      all.addPOJO(input.parties());
    });
    return json.writeValueAsString(all);
  }
}
