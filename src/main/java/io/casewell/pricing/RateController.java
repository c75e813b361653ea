package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A professional's pay rate. What firms are billed never stands here. */
@Controller
class RateController {
  private final SetPayRate setPayRate;
  private final Pages pages;

  RateController(SetPayRate setPayRate, Pages pages) {
    this.setPayRate = setPayRate;
    this.pages = pages;
  }

  @GetMapping("/rate")
  @Access(Who.STAFF)
  Mono<Rendering> show(Form query, Caller.Professional me) {
    return setPayRate
        .paid(me)
        .map(paid -> page(paid, field(paid), new Problems(), HttpStatus.OK, setUp(query)));
  }

  /** Whether the page is a step of somebody's way in, and then leads on to the next. */
  private static boolean setUp(Form form) {
    return form.text("from").equals("setup");
  }

  /** The pay in short, for the profile's page. */
  @GetMapping("/rate/summary")
  @Access(Who.STAFF)
  Mono<Rendering> summary(Caller.Professional me) {
    return setPayRate
        .paid(me)
        .map(paid -> Rendering.view("pricing/summary").modelAttribute("pay", words(paid)).build());
  }

  @PostMapping("/rate")
  @Access(Who.STAFF)
  Mono<Rendering> set(Form form, Caller.Professional me, ServerWebExchange exchange) {
    var typed = form.text("pay");
    var cents = payOf(typed);
    if (cents.isEmpty()) {
      var problems = new Problems();
      problems.add("pay", "Give dollars an hour such as 32 or 32.50, from 0.01 to 10,000.");
      return setPayRate
          .paid(me)
          .map(paid -> page(paid, typed, problems, HttpStatus.UNPROCESSABLE_CONTENT, setUp(form)));
    }
    return setPayRate
        .set(me, form.text("seen"), cents.getAsInt())
        .flatMap(done ->
            done
                ? Mono.just(
                    pages.redirect(
                        exchange,
                        setUp(form) ? "/profile/setup" : "/rate",
                        "Your pay rate is saved."))
                : setPayRate
                    .paid(me)
                    .map(paid ->
                        page(paid, typed, new Problems(), HttpStatus.CONFLICT, setUp(form))));
  }

  private static OptionalInt payOf(String typed) {
    var cents = Dollars.cents(typed);
    boolean fine =
        cents.isPresent() && cents.getAsInt() >= 1 && cents.getAsInt() <= StaffRate.MOST_CENTS;
    return fine ? cents : OptionalInt.empty();
  }

  private static String field(SetPayRate.Paid paid) {
    return paid.cents().values().stream().max(Integer::compare).map(Dollars::field).orElse("");
  }

  /** Role → pay in words; one entry without a role when all are paid alike. */
  private static Map<String, String> words(SetPayRate.Paid paid) {
    var words = new LinkedHashMap<String, String>();
    boolean alike = paid.cents().values().stream().distinct().count() == 1;
    new TreeMap<>(paid.cents())
        .forEach((Role role, Integer cents) ->
            words.put(
                alike ? "Your pay" : "As a " + role.label().toLowerCase(java.util.Locale.US),
                Dollars.words(cents) + " an hour"));
    return words;
  }

  private static Rendering page(
      SetPayRate.Paid paid, String typed, Problems problems, HttpStatus status, boolean setUp) {
    return Rendering.view("pricing/rate")
        .modelAttribute("pay", words(paid))
        .modelAttribute("own", paid.own())
        .modelAttribute("typed", typed)
        .modelAttribute("seen", paid.stamp())
        .modelAttribute("problems", problems)
        .modelAttribute("setUp", setUp)
        .modelAttribute("stale", status == HttpStatus.CONFLICT)
        .status(status)
        .build();
  }
}
