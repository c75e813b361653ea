package io.casewell.catalogue;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** The catalogue for people: what Casewell knows, found by name and synonym. */
@Controller
class CatalogueController {
  private static final int SHOWN = 30;

  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GetMapping("/catalogue")
  @Access(Who.ANYBODY)
  Rendering show(Form query) {
    var q = query.text("q");
    int limit = q.isEmpty() ? Integer.MAX_VALUE : SHOWN;
    var results =
        new Results(
            q.length() > 100 ? q.substring(0, 100) : q,
            catalogue.skills().search(q, limit),
            catalogue.software().search(q, limit),
            catalogue.credentials().search(q, limit),
            catalogue.practiceAreas().search(q, limit),
            catalogue.languages().search(q, limit));
    return Rendering.view("catalogue/search")
        .modelAttribute("results", results)
        .modelAttribute("version", catalogue.version())
        .build();
  }
}
