package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The rate card, for finance: the versions so far, and a new one. */
@Controller
class RateCardController {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);
  private static final int NOTE_MAX = 500;

  private final RateCards cards;
  private final PublishRateCard publishRateCard;
  private final Pages pages;
  private final Tenancy tx;

  RateCardController(RateCards cards, PublishRateCard publishRateCard, Pages pages, Tenancy tx) {
    this.cards = cards;
    this.publishRateCard = publishRateCard;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/rate-card")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.FINANCE)
  Mono<Rendering> show(SignedIn in) {
    return page(in, null, new Problems(), HttpStatus.OK);
  }

  @PostMapping("/rate-card")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.FINANCE)
  Mono<Rendering> publish(
      Form form, Caller.Operations by, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var lines = lines(form, problems);
    if (form.text("note").isEmpty() || form.text("note").length() > NOTE_MAX) {
      problems.add("note", "Say in at most 500 characters what changes and why.");
    }
    int after = form.text("after").matches("\\d{1,6}") ? Integer.parseInt(form.text("after")) : 0;
    if (!problems.none()) {
      return page(in, form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return publishRateCard
        .publish(by, after, lines, form.text("note"))
        .map(version ->
            pages.redirect(exchange, "/rate-card", "Version " + version + " is in force."))
        .switchIfEmpty(Mono.defer(() -> page(in, form, problems, HttpStatus.CONFLICT)));
  }

  private static Map<Role, RateCard.Line> lines(Form form, Problems problems) {
    var lines = new EnumMap<Role, RateCard.Line>(Role.class);
    for (var role : Role.values()) {
      int markup = markup("markup-" + role.code(), form, problems);
      int floor = floor("floor-" + role.code(), form, problems);
      lines.put(role, new RateCard.Line(markup, floor));
    }
    return lines;
  }

  private static int markup(String field, Form form, Problems problems) {
    var typed = form.text(field);
    if (typed.matches("\\d{1,3}(\\.\\d{1,2})?")) {
      int points = new BigDecimal(typed).movePointRight(2).intValueExact() + 10_000;
      if (points <= 50_000) {
        return points;
      }
    }
    problems.add(field, "Give a percentage from 0 to 400 such as 35 or 37.5.");
    return 10_000;
  }

  private static int floor(String field, Form form, Problems problems) {
    var cents = Dollars.cents(form.text(field));
    if (cents.isPresent() && cents.getAsInt() <= 100_000) {
      return cents.getAsInt();
    }
    problems.add(field, "Give dollars an hour from 0 to 1,000 such as 24 or 24.50.");
    return 0;
  }

  private Mono<Rendering> page(
      SignedIn in,
      @org.jspecify.annotations.Nullable Form typed,
      Problems problems,
      HttpStatus status) {
    return cards
        .all()
        .collectList()
        .map(versions ->
            Rendering.view("pricing/rate-card")
                .modelAttribute("versions", lines(versions, in.viewer().zone()))
                .modelAttribute("fields", fields(versions.getFirst().card(), typed))
                .modelAttribute("after", versions.getFirst().card().version())
                .modelAttribute("roles", List.of(Role.values()))
                .modelAttribute("problems", problems)
                .modelAttribute("stale", status == HttpStatus.CONFLICT)
                .status(status)
                .build())
        .as(tx::transactional);
  }

  private static Map<String, String> fields(
      RateCard card, @org.jspecify.annotations.Nullable Form typed) {
    var fields = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      fields.put("markup-" + role.code(), percent(card.line(role)));
      fields.put("floor-" + role.code(), Dollars.field(card.line(role).floorCents()));
    }
    fields.put("note", "");
    if (typed != null) {
      fields.replaceAll((name, _) -> typed.text(name));
    }
    return fields;
  }

  private static List<CardVersion> lines(List<RateCards.Version> versions, ZoneId zone) {
    return versions.stream().map(version -> line(version, zone)).toList();
  }

  private static CardVersion line(RateCards.Version version, ZoneId zone) {
    var roles = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      var line = version.card().line(role);
      roles.put(
          role.label(), percent(line) + " % on top, at least " + Dollars.words(line.floorCents()));
    }
    var by = version.by();
    return new CardVersion(
        version.card().version(),
        version.at().atZoneSameInstant(zone).format(WHEN),
        by == null ? "Casewell" : by,
        version.note(),
        roles);
  }

  private static String percent(RateCard.Line line) {
    return BigDecimal.valueOf(line.markupBasisPoints() - 10_000L)
        .divide(BigDecimal.valueOf(100), 2, RoundingMode.UNNECESSARY)
        .stripTrailingZeros()
        .toPlainString();
  }
}
