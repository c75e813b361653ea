package io.casewell.needs;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.JsonBody;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import reactor.core.publisher.Mono;

/** Needs for programs, on the same use cases as the pages. */
@Controller
@ResponseBody
@RequestMapping(path = "/api/v1/needs", produces = MediaType.APPLICATION_JSON_VALUE)
class NeedApi implements NeedApiDescription {
  private final Needs needs;
  private final PostNeed postNeed;
  private final MoveNeed moveNeed;
  private final CopyNeed copyNeed;
  private final Catalogue catalogue;
  private final JsonBody json;
  private final Clock clock;

  NeedApi(
      Needs needs,
      PostNeed postNeed,
      MoveNeed moveNeed,
      CopyNeed copyNeed,
      Catalogue catalogue,
      JsonBody json,
      Clock clock) {
    this.needs = needs;
    this.postNeed = postNeed;
    this.moveNeed = moveNeed;
    this.copyNeed = copyNeed;
    this.catalogue = catalogue;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER},
      scope = "needs:write")
  public Mono<ResponseEntity<NeedAnswer>> post(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      Caller.FirmMember member) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var input = NeedInput.read(json.object(body, "a need's fields"), catalogue, today, null);
    return postNeed
        .post(List.of(input), NeedState.OPEN, member, key)
        .flatMap(id -> whole(id, member))
        .map(NeedApi::created);
  }

  @Override
  @GetMapping
  @Access(value = Who.FIRM, scope = "needs:read")
  public Mono<NeedAnswer.Listed> list(Form query, Caller.FirmMember member) {
    var problems = new Problems();
    int limit = limit(query, problems);
    var state = state(query, problems);
    problems.refuseIfAny();
    var after = query.text("cursor").isEmpty() ? null : NeedCursor.of(query.text("cursor"));
    return needs
        .newest(member.firm(), state, after, limit + 1)
        .collectList()
        .map(found -> NeedAnswer.Listed.of(found, limit));
  }

  private static int limit(Form query, Problems problems) {
    var text = query.text("limit");
    if (!query.has("limit")) {
      return 20;
    }
    if (!text.matches("[1-9]\\d?|100")) {
      problems.add("limit", "The limit must be a whole number from 1 to 100.");
      return 20;
    }
    return Integer.parseInt(text);
  }

  private static @Nullable NeedState state(Form query, Problems problems) {
    var text = query.text("state");
    var state = NeedState.of(text);
    if (!text.isEmpty() && state.isEmpty()) {
      problems.add("state", "The state must be draft, open, paused, filled or closed.");
    }
    return state.orElse(null);
  }

  @Override
  @GetMapping("/{id}")
  @Access(value = Who.FIRM, scope = "needs:read")
  public Mono<NeedAnswer> show(@PathVariable String id, Caller.FirmMember member) {
    return whole(NeedId.of(id), member);
  }

  @Override
  @PostMapping("/{id}/pause")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER},
      scope = "needs:write")
  public Mono<NeedAnswer> pause(@PathVariable String id, Caller.FirmMember member) {
    return moveNeed.pause(NeedId.of(id), member).flatMap(need -> whole(need.id(), member));
  }

  @Override
  @PostMapping("/{id}/publication")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER},
      scope = "needs:write")
  public Mono<NeedAnswer> publish(@PathVariable String id, Caller.FirmMember member) {
    return moveNeed.open(NeedId.of(id), member).flatMap(need -> whole(need.id(), member));
  }

  @Override
  @PostMapping(path = "/{id}/closure", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER},
      scope = "needs:write")
  public Mono<NeedAnswer> close(
      @PathVariable String id,
      @RequestBody(required = false) byte @Nullable [] body,
      Caller.FirmMember member) {
    var need = NeedId.of(id);
    var problems = new Problems();
    var fields = new Fields(json.object(body, "a reason"), "", problems);
    var reason = fields.text("reason", 500, "Say in a few words why you close it.");
    problems.refuseIfAny();
    return moveNeed.close(need, member, reason).flatMap(closed -> whole(closed.id(), member));
  }

  @Override
  @PostMapping("/{id}/copy")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER},
      scope = "needs:write")
  public Mono<ResponseEntity<NeedAnswer>> copy(
      @PathVariable String id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      Caller.FirmMember member) {
    return copyNeed
        .copy(NeedId.of(id), member, key)
        .flatMap(copy -> whole(copy, member))
        .map(NeedApi::created);
  }

  private Mono<NeedAnswer> whole(NeedId id, Caller.FirmMember member) {
    return needs
        .find(id, member.firm())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWith(needs.parties(id, member.firm()), NeedAnswer::of);
  }

  private static ResponseEntity<NeedAnswer> created(NeedAnswer need) {
    return ResponseEntity.created(URI.create("/api/v1/needs/" + need.id())).body(need);
  }
}
