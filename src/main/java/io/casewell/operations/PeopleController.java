package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody with an account, for administrators. */
@Controller
class PeopleController {
  private static final int REASON_MAX = 500;
  private static final int SEARCH_MAX = 100;

  private final People people;
  private final CloseAccount closeAccount;
  private final Pages pages;
  private final Tenancy tx;

  PeopleController(People people, CloseAccount closeAccount, Pages pages, Tenancy tx) {
    this.people = people;
    this.closeAccount = closeAccount;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/operations/people")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> list(Form query, Caller.Operations operations, SignedIn in) {
    var typed = query.text("q");
    var search = typed.length() > SEARCH_MAX ? typed.substring(0, SEARCH_MAX) : typed;
    boolean disabledOnly = query.text("state").equals("disabled");
    int number =
        query.text("page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(query.text("page")) : 1;
    return people
        .page(search, disabledOnly, number)
        .map(row -> Person.of(row, in.viewer().zone()))
        .collectList()
        .as(tx::transactional)
        .map(found -> page(found, search, disabledOnly, number, operations));
  }

  private static Rendering page(
      List<Person> found,
      String search,
      boolean disabledOnly,
      int number,
      Caller.Operations operations) {
    boolean more = found.size() > People.PAGE;
    var shown = more ? found.subList(0, People.PAGE) : found;
    var asked =
        "?q="
            + URLEncoder.encode(search, StandardCharsets.UTF_8)
            + (disabledOnly ? "&state=disabled" : "");
    var address = "/operations/people" + asked + "&page=";
    int first = (number - 1) * People.PAGE + 1;
    return Rendering.view("operations/people")
        .modelAttribute("people", shown)
        .modelAttribute("me", operations.account().toString())
        .modelAttribute("search", search)
        .modelAttribute("state", disabledOnly ? "disabled" : "")
        .modelAttribute(
            "words",
            shown.isEmpty() ? "Nobody" : "People " + first + " to " + (first + shown.size() - 1))
        .modelAttribute("previous", number > 1 ? address + (number - 1) : "")
        .modelAttribute("next", more ? address + (number + 1) : "")
        .modelAttribute("csv", "/operations/people.csv" + asked)
        .build();
  }

  @PostMapping("/operations/people/{id}/disablement")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> disable(
      @PathVariable String id,
      Form form,
      Caller.Operations operations,
      ServerWebExchange exchange) {
    return closeAccount
        .close(operations, AccountId.of(id), reason(form))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    "/operations/people/" + AccountId.of(id),
                    "The account is disabled. Its sessions and tokens have ended.")));
  }

  @PostMapping("/operations/people/{id}/enablement")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> enable(@PathVariable String id, Form form, ServerWebExchange exchange) {
    return closeAccount
        .open(AccountId.of(id), reason(form))
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    "/operations/people/" + AccountId.of(id),
                    "The account is enabled again.")));
  }

  private static String reason(Form form) {
    var reason = form.text("reason");
    if (reason.isEmpty() || reason.length() > REASON_MAX) {
      var problems = new Problems();
      problems.add("reason", "Give the reason in at most 500 characters; it is kept in the trail.");
      throw new Refusal.Invalid(problems);
    }
    return reason;
  }
}
