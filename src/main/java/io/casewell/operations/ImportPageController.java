package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The staff import as a page: lines pasted in, tried first, and the history of imports. */
@Controller
class ImportPageController {
  private static final int SHOWN = 200;
  private static final int HISTORY = 50;

  private final ImportStaff importStaff;
  private final StaffImports imports;
  private final Tenancy tx;

  ImportPageController(ImportStaff importStaff, StaffImports imports, Tenancy tx) {
    this.importStaff = importStaff;
    this.imports = imports;
    this.tx = tx;
  }

  @GetMapping("/operations/imports")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> show(SignedIn in) {
    return page(in, "", true, null, new Problems());
  }

  @PostMapping("/operations/imports")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> run(Form form, Caller.Operations operations, SignedIn in) {
    var lines = form.text("lines");
    boolean dryRun = !form.text("mode").equals("write");
    if (lines.isBlank()) {
      var problems = new Problems();
      problems.add("lines", "Paste at least one line: one JSON object for each person.");
      return page(in, lines, dryRun, null, problems);
    }
    return importStaff
        .lines(Flux.fromStream(lines::lines), operations.account(), dryRun)
        .collectList()
        .map(ImportOutcome::of)
        .flatMap(outcome -> page(in, lines, dryRun, outcome, new Problems()));
  }

  private Mono<Rendering> page(
      SignedIn in,
      String lines,
      boolean dryRun,
      @Nullable ImportOutcome outcome,
      Problems problems) {
    return imports
        .latest(HISTORY)
        .map(past -> PastImport.of(past, in.viewer().zone()))
        .collectList()
        .as(tx::transactional)
        .map(history -> rendering(history, lines, dryRun, outcome, problems));
  }

  private static Rendering rendering(
      List<PastImport> history,
      String lines,
      boolean dryRun,
      @Nullable ImportOutcome outcome,
      Problems problems) {
    return Rendering.view("operations/imports")
        .modelAttribute("history", history)
        .modelAttribute("lines", lines)
        .modelAttribute("mode", dryRun ? "try" : "write")
        .modelAttribute("outcome", outcome == null ? ImportOutcome.NONE : outcome)
        .modelAttribute("shown", SHOWN)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }
}
