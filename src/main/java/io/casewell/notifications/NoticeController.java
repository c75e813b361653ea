package io.casewell.notifications;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person was told: a page, and a stream that says when there is more. */
@Controller
class NoticeController {
  /** A stream ends after this and is opened again, with the session looked at anew. */
  private static final Duration STREAM = Duration.ofSeconds(50);

  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Notices notices;
  private final NoticeCalls calls;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  NoticeController(Notices notices, NoticeCalls calls, Pages pages, Tenancy tx, Clock clock) {
    this.notices = notices;
    this.calls = calls;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/notices")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> list(Form query, SignedIn in) {
    boolean unread = query.text("show").equals("unread");
    int number =
        query.text("page").matches("[1-9]\\d{0,4}") ? Integer.parseInt(query.text("page")) : 1;
    return notices
        .page(in.account(), unread, number)
        .map(row -> NoticeLine.of(row, in.viewer().zone(), clock.instant()))
        .collectList()
        .zipWith(notices.standing(in.account()))
        .as(tx::transactional)
        .map(both -> page(both.getT1(), both.getT2().unread(), unread, number));
  }

  private static Rendering page(List<NoticeLine> found, long waiting, boolean unread, int number) {
    boolean more = found.size() > Notices.PAGE;
    var shown = more ? found.subList(0, Notices.PAGE) : found;
    var address = "/notices?" + (unread ? "show=unread&" : "") + "page=";
    int first = (number - 1) * Notices.PAGE + 1;
    return Rendering.view("notifications/notices")
        .modelAttribute("notices", shown)
        .modelAttribute("waiting", waiting)
        .modelAttribute("unread", unread)
        .modelAttribute(
            "words",
            shown.isEmpty()
                ? "No notices"
                : "Notices " + first + " to " + (first + shown.size() - 1))
        .modelAttribute("previous", number > 1 ? address + (number - 1) : "")
        .modelAttribute("next", more ? address + (number + 1) : "")
        .build();
  }

  @PostMapping("/notices/{id}/reading")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> read(@PathVariable String id, SignedIn in) {
    return notices
        .read(in.account(), Ids.parse(id))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .map(path -> Rendering.redirectTo(SafePath.of(path)).build());
  }

  @PostMapping("/notices/reading")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> readAll(SignedIn in, ServerWebExchange exchange) {
    return notices
        .readAll(in.account())
        .as(tx::transactional)
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, "/notices", "All are marked as read.")));
  }

  /** What comes from now on, or after the last one seen; it replays from the table. */
  @GetMapping("/notices/stream")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  ResponseEntity<Flux<ServerSentEvent<Object>>> stream(
      Form query, SignedIn in, ServerWebExchange exchange) {
    var headers = exchange.getRequest().getHeaders();
    if (!headers.getAccept().contains(MediaType.TEXT_EVENT_STREAM)) {
      return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE).build();
    }
    var header = headers.getFirst("Last-Event-ID");
    var last = header == null ? query.text("after") : header;
    long after = last.matches("\\d{1,18}") ? Long.parseLong(last) : -1;
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .header("X-Accel-Buffering", "no")
        .body(events(in.account(), after).take(STREAM));
  }

  private Flux<ServerSentEvent<Object>> events(AccountId account, long after) {
    var seen = new AtomicLong(after);
    var beats =
        Flux.interval(BEAT).map(_ -> ServerSentEvent.builder().comment("still here").build());
    var told = calls.of(account).startWith(account).concatMap(_ -> fresh(account, seen), 1);
    return Flux.merge(told, beats);
  }

  private Flux<ServerSentEvent<Object>> fresh(AccountId account, AtomicLong seen) {
    return notices
        .standing(account)
        .flatMap(now -> {
          seen.compareAndSet(-1, now.newest());
          return notices
              .after(account, seen.get())
              .map(NoticeController::event)
              .collectList()
              .map(events -> new Fresh(now, events));
        })
        .as(tx::transactional)
        .flatMapMany(fresh -> {
          seen.accumulateAndGet(fresh.last(), Math::max);
          return Flux.fromIterable(fresh.events())
              .concatWith(
                  Mono.just(
                      ServerSentEvent.builder()
                          .id(Long.toString(seen.get()))
                          .event("unread")
                          .data(fresh.now().unread())
                          .build()));
        });
  }

  private record Fresh(Notices.Standing now, List<ServerSentEvent<Object>> events) {
    long last() {
      return events.isEmpty() ? -1 : Long.parseLong(String.valueOf(events.getLast().id()));
    }
  }

  private static ServerSentEvent<Object> event(Notices.Row row) {
    return ServerSentEvent.<Object>builder()
        .id(Long.toString(row.number()))
        .event("notice")
        .data(Map.of("title", row.title(), "text", row.text()))
        .build();
  }
}
