package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The duties a professional declares of themselves. */
@Controller
class DutyController {
  private final Duties duties;
  private final DeclareDuty declareDuty;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Clock clock;
  private final Tenancy tx;

  DutyController(
      Duties duties,
      DeclareDuty declareDuty,
      Catalogue catalogue,
      Pages pages,
      Clock clock,
      Tenancy tx) {
    this.duties = duties;
    this.declareDuty = declareDuty;
    this.catalogue = catalogue;
    this.pages = pages;
    this.clock = clock;
    this.tx = tx;
  }

  @GetMapping("/duties")
  @Access(Who.STAFF)
  Mono<Rendering> show(Caller.Professional me) {
    return page(me, "", null, new Problems());
  }

  /** What firms read of somebody's duties: a part of the profile's page, and a page of its own. */
  @GetMapping("/staff/{id}/duties")
  @Access({Who.FIRM, Who.STAFF})
  Mono<Rendering> declared(
      @PathVariable String id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    var staff = new StaffId(Ids.parse(id));
    return duties
        .declared(staff)
        .collectList()
        .as(tx::transactional)
        .map(rows -> rows.stream().flatMap(row -> inWords(row).stream()).toList())
        .map(declared ->
            Rendering.view(fragment ? "talent/declared" : "talent/declaredPage")
                .modelAttribute("duties", declared)
                .modelAttribute("staff", staff.toString())
                .build());
  }

  private Optional<DeclaredDuty> inWords(Duties.Public row) {
    return StatutoryDuty.of(row.code())
        .map(duty ->
            new DeclaredDuty(
                known(duty).name(),
                duty.law(),
                new StatutoryDuty.Period(row.periodFrom(), row.periodUntil()).words(),
                row.complete()));
  }

  @PostMapping("/duties/{code}")
  @Access(Who.STAFF)
  Mono<Rendering> declare(
      @PathVariable String code, Form form, Caller.Professional me, ServerWebExchange exchange) {
    var duty = StatutoryDuty.of(code).orElseThrow(Refusal::notFound);
    var problems = new Problems();
    var read = DutyForm.read(duty, known(duty), form, today(), problems);
    return read.isEmpty()
        ? page(me, code, form, problems)
        : declareDuty
            .declare(me, read.get())
            .then(
                Mono.fromSupplier(
                    () -> pages.redirect(exchange, "/duties", "Your declaration is kept.")));
  }

  private Mono<Rendering> page(
      Caller.Professional me, String code, @Nullable Form form, Problems problems) {
    return duties
        .of(me.staff())
        .collectList()
        .as(tx::transactional)
        .map(all ->
            StatutoryDuty.ALL.stream()
                .map(duty -> {
                  boolean typed = duty.code().equals(code);
                  return DutyCard.of(
                      duty,
                      known(duty),
                      all,
                      today(),
                      typed ? form : null,
                      typed ? problems : new Problems());
                })
                .toList())
        .map(cards ->
            Rendering.view("talent/duties")
                .modelAttribute("cards", cards)
                .modelAttribute("problems", problems)
                .modelAttribute("typed", code)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private Credential known(StatutoryDuty duty) {
    return catalogue.credentials().find(duty.code()).orElseThrow(Refusal::notFound);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
