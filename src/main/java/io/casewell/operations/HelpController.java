package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Limits;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SafePath;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Viewer;
import io.casewell.platform.Watch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Help, asked for from any page and answered here. */
@Controller
class HelpController {
  private static final int TEXT_MAX = 4_000;
  private static final int NAME_MAX = 200;
  private static final int A_MINUTE = 10;

  private final Support support;
  private final SupportRows rows;
  private final Limits limits;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  HelpController(
      Support support, SupportRows rows, Limits limits, Pages pages, Tenancy tx, Clock clock) {
    this.support = support;
    this.rows = rows;
    this.limits = limits;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/help")
  @Access(value = Who.ANYBODY, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> form(Form query) {
    return signedIn()
        .flatMap(
            in -> page(in, Form.empty(), from(query.text("from")), new Problems(), HttpStatus.OK));
  }

  /** Whoever asks, or nobody: both may. */
  private static Mono<Optional<SignedIn>> signedIn() {
    return ReactiveSecurityContextHolder.getContext()
        .mapNotNull(context -> context.getAuthentication())
        .map(known ->
            known.getPrincipal() instanceof SignedIn in
                ? Optional.of(in)
                : Optional.<SignedIn>empty())
        .defaultIfEmpty(Optional.empty());
  }

  /** The path of the page one came from; never its query, which may hold what was searched for. */
  private static String from(String path) {
    var safe = SafePath.of(path);
    int query = safe.indexOf('?');
    var plain = query < 0 ? safe : safe.substring(0, query);
    return plain.length() > 500 || plain.startsWith("/help") ? "/" : plain;
  }

  private Mono<Rendering> page(
      Optional<SignedIn> in, Form form, String from, Problems problems, HttpStatus status) {
    return mine(in)
        .map(past ->
            Rendering.view("operations/help")
                .modelAttribute("past", past)
                .modelAttribute("known", in.isPresent())
                .modelAttribute("form", form)
                .modelAttribute("from", from)
                .modelAttribute("key", Ids.next().toString())
                .modelAttribute("problems", problems)
                .status(status)
                .build());
  }

  private Mono<List<SupportLine>> mine(Optional<SignedIn> in) {
    return in.map(who ->
            rows.of(who.account())
                .map(row -> SupportLine.of(row, List.of(), who.viewer().zone(), clock.instant()))
                .collectList()
                .as(tx::transactional))
        .orElseGet(() -> Mono.just(List.of()));
  }

  @PostMapping("/help")
  @Access(value = Who.ANYBODY, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> ask(Form form, ServerWebExchange exchange) {
    limits.count("help", exchange, A_MINUTE);
    return signedIn().flatMap(in -> ask(form, in, exchange));
  }

  private Mono<Rendering> ask(Form form, Optional<SignedIn> in, ServerWebExchange exchange) {
    var problems = problems(form, in.isEmpty());
    var from = from(form.text("from"));
    if (!problems.none()) {
      return page(in, form, from, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return support
        .ask(
            new Support.Asked(
                account(in),
                in.map(SignedIn::viewer).map(Viewer::caller).orElseGet(Caller.Visitor::new),
                in.map(who -> who.viewer().name()).orElse(form.text("name")),
                in.isPresent() ? "" : form.text("email"),
                from,
                form.text("text"),
                form.text("key")))
        .map(id ->
            in.isPresent()
                ? pages.redirect(exchange, "/help/" + id, "We have it. The answer will stand here.")
                : pages.redirect(
                    exchange, "/help", "We have it, and answer to the address you gave."));
  }

  private static @Nullable AccountId account(Optional<SignedIn> in) {
    return in.isPresent() ? in.get().account() : null;
  }

  private static Problems problems(Form form, boolean visitor) {
    var problems = new Problems();
    text(form, problems);
    if (visitor && (form.text("name").isEmpty() || form.text("name").length() > NAME_MAX)) {
      problems.add("name", "Tell us what to call you.");
    }
    if (visitor && !form.text("email").matches("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{3,190}")) {
      problems.add("email", "Give an address we can answer to, such as you@yourfirm.com.");
    }
    return problems;
  }

  private static void text(Form form, Problems problems) {
    if (form.text("text").isEmpty() || form.text("text").length() > TEXT_MAX) {
      problems.add("text", "Say in at most 4,000 characters what you need.");
    }
  }

  @GetMapping("/help/{id}")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return thread(Ids.parse(id), in, new Problems(), "");
  }

  private Mono<Rendering> thread(UUID id, SignedIn in, Problems problems, String text) {
    return rows.find(id)
        .filter(request -> in.account().value().equals(request.account()))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWith(rows.messages(id).collectList())
        .as(tx::transactional)
        .map(
            both -> SupportLine.of(both.getT1(), both.getT2(), in.viewer().zone(), clock.instant()))
        .map(line ->
            Rendering.view("operations/helpThread")
                .modelAttribute("line", line)
                .modelAttribute("problems", problems)
                .modelAttribute("text", text)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping("/help/{id}/messages")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER, beforeAgreeing = true)
  Mono<Rendering> goOn(
      @PathVariable String id, Form form, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    text(form, problems);
    var request = Ids.parse(id);
    return problems.none()
        ? support
            .goOn(request, in.account(), form.text("text"))
            .then(
                Mono.fromSupplier(() ->
                    pages.redirect(
                        exchange, "/help/" + request, "We have read it into your request.")))
        : thread(request, in, problems, form.text("text"));
  }
}
