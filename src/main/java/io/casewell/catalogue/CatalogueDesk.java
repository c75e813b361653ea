package io.casewell.catalogue;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where administrators change the catalogue: add, rename, retire, merge. */
@Controller
class CatalogueDesk {
  private static final int PAGE = 50;
  private static final String PATH = "/operations/catalogue/";

  private final Catalogue catalogue;
  private final EditCatalogue editCatalogue;
  private final Pages pages;

  CatalogueDesk(Catalogue catalogue, EditCatalogue editCatalogue, Pages pages) {
    this.catalogue = catalogue;
    this.editCatalogue = editCatalogue;
    this.pages = pages;
  }

  @GetMapping("/operations/catalogue")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Rendering begin(Form query) {
    return list(ShelfName.SKILLS, query, Form.empty(), new Problems());
  }

  @GetMapping("/operations/catalogue/{shelf}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Rendering show(@PathVariable String shelf, Form query) {
    return list(shelf(shelf), query, Form.empty(), new Problems());
  }

  private static ShelfName shelf(String code) {
    return ShelfName.of(code).orElseThrow(Refusal::notFound);
  }

  private Rendering list(ShelfName name, Form query, Form form, Problems problems) {
    var shelf = catalogue.content().shelf(name);
    var typed = query.text("q");
    var search = (typed.length() > 100 ? typed.substring(0, 100) : typed).toLowerCase(Locale.ROOT);
    var state = query.text("state");
    var found =
        shelf.ever().stream()
            .map(entry -> DeskLine.of(entry, shelf))
            .filter(line -> matches(line, search))
            .filter(line -> state.isEmpty() || line.state().toLowerCase(Locale.ROOT).equals(state))
            .toList();
    int number =
        query.text("page").matches("[1-9]\\d{0,4}") ? Integer.parseInt(query.text("page")) : 1;
    int from = Math.min(found.size(), (number - 1) * PAGE);
    int to = Math.min(found.size(), from + PAGE);
    var address =
        PATH
            + name.code()
            + "?q="
            + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)
            + "&state="
            + (List.of("offered", "retired", "merged").contains(state) ? state : "")
            + "&page=";
    return Rendering.view("catalogue/desk")
        .modelAttribute("shelf", name)
        .modelAttribute("lines", found.subList(from, to))
        .modelAttribute("version", catalogue.version())
        .modelAttribute("search", typed)
        .modelAttribute("state", state)
        .modelAttribute("groups", groups(name))
        .modelAttribute("form", form)
        .modelAttribute("problems", problems)
        .modelAttribute(
            "words", found.isEmpty() ? "None" : (from + 1) + " to " + to + " of " + found.size())
        .modelAttribute("previous", number > 1 && from > 0 ? address + (number - 1) : "")
        .modelAttribute("next", to < found.size() ? address + (number + 1) : "")
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  private static boolean matches(DeskLine line, String search) {
    return search.isEmpty()
        || line.name().toLowerCase(Locale.ROOT).contains(search)
        || line.code().contains(search)
        || line.synonyms().stream()
            .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(search));
  }

  private Map<String, String> groups(ShelfName name) {
    var groups = new LinkedHashMap<String, String>();
    editCatalogue.groups(name).forEach(group -> groups.put(group, words(group)));
    return groups;
  }

  private static String words(String group) {
    return group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1).replace('_', ' ');
  }

  @PostMapping("/operations/catalogue/{shelf}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> add(@PathVariable String shelf, Form form, ServerWebExchange exchange) {
    var name = shelf(shelf);
    return editCatalogue
        .add(name, words(form))
        .map(code ->
            pages.redirect(
                exchange,
                PATH + name.code() + "/" + code,
                "It is added, and offered everywhere within two seconds."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid -> Mono.just(list(name, Form.empty(), form, invalid.problems())));
  }

  private static Edit.Words words(Form form) {
    var synonyms =
        form.text("synonyms").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return new Edit.Words(1, form.text("name"), form.text("group"), form.text("vendor"), synonyms);
  }

  @GetMapping("/operations/catalogue/{shelf}/{code}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Rendering entry(@PathVariable String shelf, @PathVariable String code) {
    return entry(shelf(shelf), code, null, new Problems());
  }

  private Rendering entry(
      ShelfName name,
      String code,
      @org.jspecify.annotations.Nullable Form form,
      Problems problems) {
    var shelf = catalogue.content().shelf(name);
    var entry = shelf.own(code);
    if (entry == null) {
      throw Refusal.notFound();
    }
    var targets = new LinkedHashMap<String, String>();
    shelf.all().stream()
        .filter(other -> !other.code().equals(code))
        .sorted(java.util.Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER))
        .forEach(other -> targets.put(other.code(), other.name()));
    var words = form == null || form.has("into") ? EditCatalogue.words(entry) : words(form);
    return Rendering.view("catalogue/deskEntry")
        .modelAttribute("shelf", name)
        .modelAttribute("line", DeskLine.of(entry, shelf))
        .modelAttribute("subject", EditCatalogue.subject(name, code).toString())
        .modelAttribute("name", words.name())
        .modelAttribute("group", words.group())
        .modelAttribute("vendor", words.vendor())
        .modelAttribute("synonyms", String.join("\n", words.synonyms()))
        .modelAttribute("groups", groups(name))
        .modelAttribute("targets", targets)
        .modelAttribute("version", catalogue.version())
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/operations/catalogue/{shelf}/{code}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> change(
      @PathVariable String shelf,
      @PathVariable String code,
      Form form,
      ServerWebExchange exchange) {
    var name = shelf(shelf);
    return editCatalogue
        .change(name, code, words(form))
        .then(back(exchange, name, code, "It is changed everywhere within two seconds."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid -> Mono.fromSupplier(() -> entry(name, code, form, invalid.problems())));
  }

  @PostMapping("/operations/catalogue/{shelf}/{code}/retirement")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> retire(
      @PathVariable String shelf, @PathVariable String code, ServerWebExchange exchange) {
    var name = shelf(shelf);
    return editCatalogue
        .retire(name, code)
        .then(back(exchange, name, code, "It is offered no more, and counts where it stands."));
  }

  @PostMapping("/operations/catalogue/{shelf}/{code}/restoration")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> restore(
      @PathVariable String shelf,
      @PathVariable String code,
      Caller.Operations by,
      ServerWebExchange exchange) {
    var name = shelf(shelf);
    return editCatalogue
        .restore(by, name, code)
        .then(back(exchange, name, code, "It is offered again, for itself."));
  }

  @PostMapping("/operations/catalogue/{shelf}/{code}/merger")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Rendering> merge(
      @PathVariable String shelf,
      @PathVariable String code,
      Form form,
      Caller.Operations by,
      ServerWebExchange exchange) {
    var name = shelf(shelf);
    return editCatalogue
        .merge(by, name, code, form.text("into"))
        .then(back(exchange, name, code, "It leads there now: in search, reading and matching."))
        .onErrorResume(
            Refusal.Invalid.class,
            invalid -> Mono.fromSupplier(() -> entry(name, code, form, invalid.problems())));
  }

  private Mono<Rendering> back(
      ServerWebExchange exchange, ShelfName shelf, String code, String toast) {
    return Mono.fromSupplier(
        () -> pages.redirect(exchange, PATH + shelf.code() + "/" + code, toast));
  }
}
