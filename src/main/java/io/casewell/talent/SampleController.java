package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The other half of the vetting desk: samples of work and the skills they show. */
@Controller
class SampleController {
  private static final int WORDS_MAX = 1000;

  private final SkillSamples samples;
  private final StaffMembers members;
  private final ReviewSample reviewSample;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Clock clock;
  private final Tenancy tx;

  SampleController(
      SkillSamples samples,
      StaffMembers members,
      ReviewSample reviewSample,
      Catalogue catalogue,
      Pages pages,
      Clock clock,
      Tenancy tx) {
    this.samples = samples;
    this.members = members;
    this.reviewSample = reviewSample;
    this.catalogue = catalogue;
    this.pages = pages;
    this.clock = clock;
    this.tx = tx;
  }

  @GetMapping("/operations/vetting/samples")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(Form query, SignedIn in) {
    var after = VettingQuery.Place.of(query.text("after"));
    return samples
        .waiting(after)
        .collectList()
        .as(tx::transactional)
        .map(rows -> list(rows, after != null, in.viewer().zone()));
  }

  private Rendering list(List<SkillSamples.Waiting> rows, boolean later, ZoneId zone) {
    boolean more = rows.size() > SkillSamples.PAGE;
    var shown = more ? rows.subList(0, SkillSamples.PAGE) : rows;
    var now = clock.instant();
    var last = shown.isEmpty() ? null : shown.getLast();
    return Rendering.view("talent/samples")
        .modelAttribute(
            "lines",
            shown.stream()
                .map(row ->
                    new SampleLine(
                        row.id().toString(),
                        row.name(),
                        catalogue.skills().name(row.skill()),
                        level(row.level()),
                        Since.words(row.submittedAt(), now),
                        Since.exactly(row.submittedAt(), zone),
                        row.submittedAt().toString()))
                .toList())
        .modelAttribute("first", later ? "/operations/vetting/samples" : "")
        .modelAttribute(
            "next",
            more && last != null
                ? "/operations/vetting/samples?after="
                    + new VettingQuery.Place(last.submittedAt(), last.id()).text()
                : "")
        .build();
  }

  @GetMapping("/operations/vetting/samples/{id}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(@PathVariable String id, SignedIn in) {
    return page(Ids.parse(id), in, Form.empty(), new Problems());
  }

  @PostMapping("/operations/vetting/samples/{id}/review")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> review(
      @PathVariable String id,
      Form form,
      Caller.Operations me,
      SignedIn in,
      ServerWebExchange exchange) {
    var sample = Ids.parse(id);
    var problems = new Problems();
    var words = form.text("words");
    if (words.isEmpty() || words.length() > WORDS_MAX) {
      problems.add("words", "Say what it shows in at most 1,000 characters; the person reads it.");
    }
    var typed = form.text("level");
    boolean none = typed.equals("none");
    if (!none && !typed.matches("[1-5]")) {
      problems.add("level", "Choose the level it shows, or that it does not show the skill.");
    }
    return problems.none()
        ? reviewSample
            .review(me, sample, none ? null : Integer.valueOf(typed), words)
            .then(
                Mono.fromSupplier(() ->
                    pages.redirect(
                        exchange,
                        "/operations/vetting/samples",
                        none ? "Not confirmed. The person reads your words." : "Confirmed.")))
        : page(sample, in, form, problems);
  }

  private Mono<Rendering> page(UUID id, SignedIn in, Form form, Problems problems) {
    return samples
        .find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(sample -> members.find(sample.staff()))
        .as(tx::transactional)
        .map(both ->
            Rendering.view("talent/sampleCase")
                .modelAttribute("one", one(both.getT1(), both.getT2(), in.viewer().zone()))
                .modelAttribute("levels", ProfilePages.LEVELS)
                .modelAttribute("form", form)
                .modelAttribute("problems", problems)
                .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private SampleCase one(SkillSample sample, StaffMember person, ZoneId zone) {
    var words = sample.words();
    return new SampleCase(
        sample.id().toString(),
        person.name(),
        catalogue.skills().name(sample.skill()),
        level(sample.level()),
        sample.level(),
        sample.about(),
        sample.document(),
        sample.state().label(),
        sample.state().tone(),
        sample.state() == SkillSample.State.IN_REVIEW,
        words == null ? "" : words,
        Since.words(sample.submittedAt(), clock.instant()),
        Since.exactly(sample.submittedAt(), zone));
  }

  private static String level(int level) {
    return String.valueOf(ProfilePages.LEVELS.get(String.valueOf(level)));
  }
}
