package io.casewell.catalogue;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The catalogue for people: searched as a whole, or leafed through shelf by shelf. */
@Controller
class CatalogueController {
  private static final int SHOWN = 40;
  private static final int QUERY_MAX = 100;

  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping("/catalogue")
  @Access(Who.ANYBODY)
  Rendering show(Form query) {
    var typed = query.text("q").strip();
    var q = typed.length() > QUERY_MAX ? typed.substring(0, QUERY_MAX) : typed;
    var leaf = CatalogueLeaf.of(query, catalogue);
    return Rendering.view("catalogue/search")
        .modelAttribute("results", q.isEmpty() ? shelf(leaf) : found(q))
        .modelAttribute("leaf", leaf)
        .modelAttribute("version", catalogue.version())
        .build();
  }

  private Results found(String q) {
    return new Results(
        q,
        catalogue.skills().search(q, SHOWN),
        catalogue.software().search(q, SHOWN),
        catalogue.credentials().search(q, SHOWN),
        catalogue.practiceAreas().search(q, SHOWN),
        catalogue.languages().search(q, SHOWN));
  }

  private Results shelf(CatalogueLeaf leaf) {
    return new Results(
        "",
        leaf.shows("skills") ? skills(leaf.group()) : List.of(),
        leaf.shows("programs") ? all(catalogue.software()) : List.of(),
        leaf.shows("credentials") ? all(catalogue.credentials()) : List.of(),
        leaf.shows("fields") ? all(catalogue.practiceAreas()) : List.of(),
        leaf.shows("languages") ? all(catalogue.languages()) : List.of());
  }

  private List<Found<Skill>> skills(String group) {
    return all(catalogue.skills()).stream()
        .filter(found -> found.entry().category().equals(group))
        .toList();
  }

  private static <E extends Entry> List<Found<E>> all(Shelf<E> shelf) {
    return shelf.search("", Integer.MAX_VALUE);
  }

  /** The groups skills are kept in, in the catalogue's order, with how many each holds. */
  static Map<String, Integer> groups(Catalogue catalogue) {
    var groups = new LinkedHashMap<String, Integer>();
    catalogue.skills().all().forEach(skill -> groups.merge(skill.category(), 1, Integer::sum));
    return groups;
  }
}
