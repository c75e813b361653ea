package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StoredFiles;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Upload;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a professional has the own skills confirmed by samples of work. */
@Controller
class SkillController {
  private final SkillSamples samples;
  private final StaffMembers members;
  private final SendSample sendSample;
  private final StoredFiles files;
  private final Catalogue catalogue;
  private final Pages pages;
  private final Clock clock;
  private final Tenancy tx;

  SkillController(
      SkillSamples samples,
      StaffMembers members,
      SendSample sendSample,
      StoredFiles files,
      Catalogue catalogue,
      Pages pages,
      Clock clock,
      Tenancy tx) {
    this.samples = samples;
    this.members = members;
    this.sendSample = sendSample;
    this.files = files;
    this.catalogue = catalogue;
    this.pages = pages;
    this.clock = clock;
    this.tx = tx;
  }

  @GetMapping("/skills")
  @Access(Who.STAFF)
  Mono<Rendering> show(Caller.Professional me, SignedIn in, Form query) {
    return page(me, in, query, new Problems());
  }

  @PostMapping("/skills")
  @Access(Who.STAFF)
  Mono<Rendering> send(
      Upload upload, Caller.Professional me, SignedIn in, ServerWebExchange exchange) {
    var form = upload.form();
    var problems = new Problems();
    var about = form.text("about");
    if (form.text("skill").isEmpty()) {
      problems.add("skill", "Choose the skill this shows.");
    }
    if (about.isEmpty() || about.length() > SkillSample.ABOUT_MAX) {
      problems.add("about", "Say in a sentence or two what it is, in at most 1,000 characters.");
    }
    if (!form.text("clean").equals("yes")) {
      problems.add("clean", "Take out every name and secret first, and say that you did.");
    }
    var file = upload.file();
    if (file == null) {
      problems.add("document", "Choose a file.");
    }
    if (!problems.none() || file == null) {
      return page(me, in, form, problems);
    }
    return files
        .take(file)
        .flatMap(taken ->
            switch (taken) {
              case Taken.Refused(var why) -> {
                problems.add("document", why);
                yield page(me, in, form, problems);
              }
              case Taken.Kept kept ->
                  sendSample
                      .send(me, form.text("skill"), about, kept)
                      .then(
                          Mono.fromSupplier(() ->
                              pages.redirect(
                                  exchange,
                                  "/skills",
                                  "Sent. A reviewer reads it and tells you what it shows.")));
            });
  }

  private Mono<Rendering> page(Caller.Professional me, SignedIn in, Form form, Problems problems) {
    return members
        .find(me.staff())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWith(samples.of(me.staff()).collectList())
        .as(tx::transactional)
        .map(both -> rendering(both.getT1(), both.getT2(), form, problems));
  }

  private Rendering rendering(
      StaffMember member, List<SkillSample> all, Form form, Problems problems) {
    var lines = member.profile().skills().stream().map(held -> line(held, all)).toList();
    var open = new LinkedHashMap<String, String>();
    lines.stream()
        .filter(SkillLine::takesSample)
        .forEach(line -> open.put(line.skill(), line.name() + ", " + line.level()));
    return Rendering.view("talent/skills")
        .modelAttribute("lines", lines)
        .modelAttribute("open", open)
        .modelAttribute("form", form)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  private SkillLine line(Profile.HeldSkill held, List<SkillSample> all) {
    var newest =
        all.stream().filter(one -> one.skill().equals(held.skill())).findFirst().orElse(null);
    boolean waits = newest != null && newest.state() == SkillSample.State.IN_REVIEW;
    return new SkillLine(
        held.skill(),
        catalogue.skills().name(held.skill()),
        String.valueOf(ProfilePages.LEVELS.get(String.valueOf(held.level()))),
        held.verified(),
        newest == null ? "" : newest.state().label(),
        newest == null ? "neutral" : newest.state().tone(),
        newest == null || newest.words() == null ? "" : newest.words(),
        newest == null ? "" : Since.words(newest.submittedAt(), clock.instant()),
        newest == null ? null : newest.document(),
        !held.verified() && !waits);
  }
}
