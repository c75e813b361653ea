package io.casewell.demos;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** How far prospects come, and what each rep's demos come to. */
@Controller
class FiguresController {
  private final SalesDesk desk;
  private final Tenancy tx;
  private final Clock clock;

  FiguresController(SalesDesk desk, Tenancy tx, Clock clock) {
    this.desk = desk;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/figures")
  @Access(Who.SALES)
  Mono<Rendering> figures(Form query, Caller.SalesRep rep) {
    int days =
        switch (query.text("days")) {
          case "7" -> 7;
          case "30" -> 30;
          case "365" -> 365;
          default -> 90;
        };
    var since = clock.instant().minus(Duration.ofDays(days));
    return Mono.zip(desk.funnel(since), desk.reps(since).collectList())
        .as(tx::transactional)
        .map(both ->
            Rendering.view("demos/figures")
                .modelAttribute("days", days)
                .modelAttribute("funnel", funnel(both.getT1()))
                .modelAttribute("reps", reps(both.getT2()))
                .modelAttribute("lead", rep.lead())
                .build());
  }

  private static List<FigureBar> funnel(SalesDesk.Funnel funnel) {
    return List.of(
        bar("Came in", funnel.came(), funnel.came()),
        bar("Booked a demo", funnel.booked(), funnel.came()),
        bar("Demo held", funnel.held(), funnel.came()),
        bar("Got a proposal", funnel.proposal(), funnel.came()),
        bar("Won", funnel.won(), funnel.came()));
  }

  private static FigureBar bar(String label, long n, long of) {
    return new FigureBar(
        label,
        of == 0 ? "0" : "%,d (%d %%)".formatted(n, 100 * n / of),
        of == 0 ? 0 : 400 * n / of,
        0);
  }

  private static List<FigureBar> reps(List<SalesDesk.RepFigures> reps) {
    long most = reps.stream().mapToLong(SalesDesk.RepFigures::demos).max().orElse(1);
    return reps.stream()
        .map(rep ->
            new FigureBar(
                rep.name(),
                "%s, %,d held, %,d without anybody, %,d won"
                    .formatted(
                        io.casewell.platform.TimeWords.count(rep.demos(), "demo", "demos"),
                        rep.held(),
                        rep.noShow(),
                        rep.won()),
                400 * rep.demos() / most,
                400 * rep.held() / most))
        .toList();
  }
}
