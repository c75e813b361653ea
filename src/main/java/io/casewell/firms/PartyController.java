package io.casewell.firms;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Undo;
import io.casewell.platform.Watch;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The names a firm keeps for conflict checks: by hand, or many at once out of a file. */
@Controller
class PartyController {
  private static final String HERE = "/firm/parties";
  private static final Map<String, String> SIDES = sides();

  private final FirmParties parties;
  private final SetUp setUp;
  private final ChangeFirm changeFirm;
  private final Pages pages;
  private final Tenancy tx;

  PartyController(
      FirmParties parties, SetUp setUp, ChangeFirm changeFirm, Pages pages, Tenancy tx) {
    this.parties = parties;
    this.setUp = setUp;
    this.changeFirm = changeFirm;
    this.pages = pages;
    this.tx = tx;
  }

  private static Map<String, String> sides() {
    var sides = new LinkedHashMap<String, String>();
    sides.put("client", "Our own clients");
    sides.put("adverse", "Adverse parties");
    return sides;
  }

  @GetMapping(HERE)
  @Access(value = Who.FIRM, watched = Watch.Rule.NEVER)
  Mono<Rendering> list(Caller.FirmMember me) {
    return page(me, Form.empty(), new Problems());
  }

  private Mono<Rendering> page(Caller.FirmMember me, Form form, Problems problems) {
    return Mono.zip(
            parties.latest(me.firm()).collectList(),
            parties.count(me.firm(), "client"),
            parties.count(me.firm(), "adverse"),
            setUp.state(me.firm()))
        .as(tx::transactional)
        .map(all ->
            Rendering.view("firms/parties")
                .modelAttribute("names", all.getT1())
                .modelAttribute("clients", all.getT2())
                .modelAttribute("adverse", all.getT3())
                .modelAttribute("state", all.getT4())
                .modelAttribute("owner", me.mayAs(FirmRole.OWNER))
                .modelAttribute("sides", SIDES)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  @PostMapping(HERE)
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> add(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var side = side(form, problems);
    var read = PartyLines.typed(form.text("names"), side, problems);
    return problems.none() ? added(read, me, exchange) : page(me, form, problems);
  }

  /** Many at once: a file's lines, which the browser reads into the form or a person pastes. */
  @PostMapping(HERE + "/file")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> addFile(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var problems = new Problems();
    var side = side(form, problems);
    var read = PartyLines.csv(form.text("file"), side, problems);
    return problems.none() ? added(read, me, exchange) : page(me, form, problems);
  }

  private static String side(Form form, Problems problems) {
    var side = form.text("side");
    if (!SIDES.containsKey(side)) {
      problems.add("side", "Choose whose names these are.");
    }
    return side;
  }

  private Mono<Rendering> added(
      PartyLines.Read read, Caller.FirmMember me, ServerWebExchange exchange) {
    return changeFirm
        .addParties(me, read.names())
        .map(added ->
            pages.redirect(exchange, HERE, words(added, read.names().size(), read.leftOut())));
  }

  private static String words(long added, int read, int leftOut) {
    var words = new StringBuilder(added == 1 ? "One name added." : added + " names added.");
    long known = read - added;
    if (known > 0) {
      words.append(known == 1 ? " One was" : " " + known + " were").append(" there already.");
    }
    if (leftOut > 0) {
      words
          .append(leftOut == 1 ? " One line" : " " + leftOut + " lines")
          .append(" could not be read as a name.");
    }
    return words.toString();
  }

  @PostMapping(HERE + "/removal")
  @Access(value = Who.FIRM, firm = FirmRole.OWNER)
  Mono<Rendering> remove(Form form, Caller.FirmMember me, ServerWebExchange exchange) {
    var name = form.text("name");
    if (io.casewell.platform.PartyNames.normalise(name).isEmpty()) {
      return Mono.error(io.casewell.platform.Refusal.notFound());
    }
    return changeFirm
        .removeParty(me, new PartyName(form.text("side"), name))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    HERE,
                    "The name is removed.",
                    new Undo(HERE, Map.of("side", form.text("side"), "names", name)))));
  }
}
