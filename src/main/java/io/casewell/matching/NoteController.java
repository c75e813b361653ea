package io.casewell.matching;

import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The firm's notes on a person for a need: a part of the match card, and a page of its own. */
@Controller
class NoteController {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm a", Locale.US);

  private final Notes notes;
  private final Pages pages;
  private final Clock clock;

  NoteController(Notes notes, Pages pages, Clock clock) {
    this.notes = notes;
    this.pages = pages;
    this.clock = clock;
  }

  /** Whose notes, and in what shape they are asked for. */
  private record Asked(
      NeedId need, StaffId staff, Caller.FirmMember member, ZoneId zone, boolean fragment) {
    static Asked of(
        String need, String staff, Caller.FirmMember member, SignedIn in, boolean fragment) {
      return new Asked(
          NeedId.of(need), new StaffId(Ids.parse(staff)), member, in.viewer().zone(), fragment);
    }

    String address() {
      return "/needs/" + need + "/people/" + staff + "/notes";
    }
  }

  @GetMapping("/needs/{id}/people/{staff}/notes")
  @Access(Who.FIRM)
  Mono<Rendering> list(
      @PathVariable String id,
      @PathVariable String staff,
      Caller.FirmMember member,
      SignedIn in,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    return list(Asked.of(id, staff, member, in, fragment), new Problems(), "");
  }

  private Mono<Rendering> list(Asked asked, Problems problems, String typed) {
    return notes
        .of(asked.need(), asked.staff(), asked.member())
        .map(row -> note(row, asked))
        .collectList()
        .map(all ->
            Rendering.view(asked.fragment() ? "matching/notes" : "matching/notesPage")
                .modelAttribute("notes", all)
                .modelAttribute("address", asked.address())
                .modelAttribute("need", asked.need().toString())
                .modelAttribute("staff", asked.staff().toString())
                .modelAttribute("key", Ids.next().toString())
                .modelAttribute("typed", typed)
                .modelAttribute("problems", problems)
                .modelAttribute("mayWrite", mayWrite(asked.member()))
                // htmx draws only what is fine, and this part is: it says what to mend
                .status(
                    problems.none() || asked.fragment()
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT)
                .build());
  }

  private static boolean mayWrite(Caller.FirmMember member) {
    return member.mayAs(FirmRole.HIRING_MANAGER, FirmRole.SUPERVISING_ATTORNEY);
  }

  private Note note(Notes.Row row, Asked asked) {
    return new Note(
        row.id().toString(),
        row.name(),
        row.text(),
        Wording.ago(row.at(), clock.instant())
            + ", "
            + row.at().atZone(asked.zone()).format(MOMENT),
        row.at().toString(),
        row.account().equals(asked.member().account().value()));
  }

  @PostMapping("/needs/{id}/people/{staff}/notes")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.HIRING_MANAGER, FirmRole.SUPERVISING_ATTORNEY})
  Mono<Rendering> write(
      @PathVariable String id,
      @PathVariable String staff,
      Form form,
      Caller.FirmMember member,
      SignedIn in,
      ServerWebExchange exchange,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    var asked = Asked.of(id, staff, member, in, fragment);
    return notes
        .write(asked.need(), asked.staff(), form.text("text"), member, form.text("key"))
        .then(Mono.defer(() -> done(asked, exchange, "The note is kept. Only your firm sees it.")))
        .onErrorResume(
            Refusal.Invalid.class, invalid -> list(asked, invalid.problems(), form.text("text")));
  }

  @PostMapping("/needs/{id}/people/{staff}/notes/{note}/removal")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.HIRING_MANAGER, FirmRole.SUPERVISING_ATTORNEY})
  Mono<Rendering> remove(
      @PathVariable String id,
      @PathVariable String staff,
      @PathVariable String note,
      Caller.FirmMember member,
      SignedIn in,
      ServerWebExchange exchange,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    var asked = Asked.of(id, staff, member, in, fragment);
    return notes
        .remove(asked.need(), asked.staff(), Ids.parse(note), member)
        .then(Mono.defer(() -> done(asked, exchange, "The note is gone.")));
  }

  private Mono<Rendering> done(Asked asked, ServerWebExchange exchange, String words) {
    return asked.fragment()
        ? list(asked, new Problems(), "")
        : Mono.just(pages.redirect(exchange, asked.address(), words));
  }
}
