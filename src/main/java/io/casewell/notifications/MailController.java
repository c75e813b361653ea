package io.casewell.notifications;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Audit;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What became of every mail, for administrators, with another try for those that did not go. */
@Controller
class MailController {
  private static final Set<String> STATES = Set.of("waiting", "sent", "failed", "withheld");

  private final Mails mails;
  private final Letters letters;
  private final Audit audit;
  private final Pages pages;
  private final Tenancy tx;

  MailController(Mails mails, Letters letters, Audit audit, Pages pages, Tenancy tx) {
    this.mails = mails;
    this.letters = letters;
    this.audit = audit;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/operations/mail")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(Form query, SignedIn in) {
    var state = STATES.contains(query.text("state")) ? query.text("state") : "";
    int number =
        query.text("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(query.text("page")) : 1;
    return mails
        .page(state, number)
        .map(row -> MailLine.of(row, letters.label(row.kind()), in.viewer().zone()))
        .collectList()
        .zipWith(mails.counts())
        .as(tx::transactional)
        .map(both -> page(both.getT1(), both.getT2(), state, number));
  }

  private static Rendering page(
      List<MailLine> found, Map<String, Long> counts, String state, int number) {
    boolean more = found.size() > Mails.PAGE;
    var shown = more ? found.subList(0, Mails.PAGE) : found;
    var address = "/operations/mail?" + (state.isEmpty() ? "" : "state=" + state + "&") + "page=";
    int first = (number - 1) * Mails.PAGE + 1;
    return Rendering.view("notifications/mail")
        .modelAttribute("mails", shown)
        .modelAttribute("counts", counts)
        .modelAttribute("state", state)
        .modelAttribute(
            "words",
            shown.isEmpty() ? "No mail" : "Mails " + first + " to " + (first + shown.size() - 1))
        .modelAttribute("previous", number > 1 ? address + (number - 1) : "")
        .modelAttribute("next", more ? address + (number + 1) : "")
        .build();
  }

  @PostMapping("/operations/mail/{id}/retry")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> again(@PathVariable String id, ServerWebExchange exchange) {
    return retry(Ids.parse(id))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, "/operations/mail", "The mail is tried again now.")));
  }

  private Mono<Void> retry(UUID id) {
    return mails
        .known(id)
        .filter(known -> known)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(mails.again(id))
        .filter(done -> done)
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    "This mail was sent already, or its reader does not want such mails. It is not"
                        + " sent.")))
        .then(
            Mono.defer(() ->
                audit.append(new Audit.Entry("mail", id, null, null, "tried again", null, null))))
        .as(tx::transactional);
  }
}
