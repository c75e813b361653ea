package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Draws the vetting queue, and one credential beside its document. */
@Component
class VettingPages {
  private final VettingQueue queue;
  private final CredentialCases cases;
  private final StaffMembers members;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Tenancy tx;

  VettingPages(
      VettingQueue queue,
      CredentialCases cases,
      StaffMembers members,
      Catalogue catalogue,
      Clock clock,
      Tenancy tx) {
    this.queue = queue;
    this.cases = cases;
    this.members = members;
    this.catalogue = catalogue;
    this.clock = clock;
    this.tx = tx;
  }

  /** The list. */
  Mono<Rendering> list(VettingQuery query, ZoneId zone) {
    return queue
        .page(query)
        .collectList()
        .zipWith(queue.counts())
        .as(tx::transactional)
        .map(both -> list(query, both.getT1(), both.getT2(), zone));
  }

  private Rendering list(
      VettingQuery query, List<VettingQueue.Row> rows, VettingQueue.Counts counts, ZoneId zone) {
    boolean more = rows.size() > VettingQueue.PAGE;
    var shown = more ? rows.subList(0, VettingQueue.PAGE) : rows;
    var now = clock.instant();
    var codes = new LinkedHashMap<String, String>();
    catalogue.credentials().all().forEach(one -> codes.put(one.code(), one.name()));
    var oldest = counts.oldest();
    return Rendering.view("talent/vetting")
        .modelAttribute(
            "lines", shown.stream().map(row -> VettingLine.of(row, catalogue, now, zone)).toList())
        .modelAttribute("view", query.view().word())
        .modelAttribute("open", query.view().open())
        .modelAttribute("tabs", tabs(query, counts))
        .modelAttribute("codes", codes)
        .modelAttribute("code", query.code())
        .modelAttribute("name", query.name())
        .modelAttribute("filtered", !query.code().isEmpty() || !query.name().isEmpty())
        .modelAttribute("waiting", number(counts.waiting()))
        .modelAttribute("second", number(counts.secondLook()))
        .modelAttribute("oldest", oldest == null ? "Nothing waits" : Since.passed(oldest, now))
        .modelAttribute("first", query.after() == null ? "" : query.address(null))
        .modelAttribute("next", more ? query.address(shown.getLast().place()) : "")
        .build();
  }

  private static List<VettingTab> tabs(VettingQuery query, VettingQueue.Counts counts) {
    return java.util.Arrays.stream(VettingQuery.View.values())
        .map(view ->
            new VettingTab(
                view.label(),
                switch (view) {
                  case WAITING -> number(counts.waiting());
                  case SECOND_LOOK -> number(counts.secondLook());
                  case VERIFIED, REJECTED, EXPIRED -> "";
                },
                new VettingQuery(view, query.code(), query.name(), null).address(null),
                view == query.view()))
        .toList();
  }

  private static String number(int count) {
    return count >= VettingQueue.COUNTED ? "1,000 or more" : String.valueOf(count);
  }

  /** One of them, with the decision as it was typed when it could not be carried out. */
  Mono<Rendering> one(UUID id, SignedIn in, Form form, Problems problems, boolean stale) {
    return cases
        .find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(one -> members.find(one.staff()).zipWith(cases.of(one.staff()).collectList()))
        .as(tx::transactional)
        .map(all ->
            Rendering.view("talent/vettingCase")
                .modelAttribute(
                    "one",
                    VettingCase.of(
                        all.getT1(),
                        all.getT2().getT1(),
                        all.getT2().getT2(),
                        catalogue,
                        clock.instant(),
                        in))
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .modelAttribute("stale", stale)
                .status(
                    stale
                        ? HttpStatus.CONFLICT
                        : problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }
}
