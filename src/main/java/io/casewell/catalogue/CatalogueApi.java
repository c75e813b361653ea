package io.casewell.catalogue;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The catalogue for programs and for the pages' pickers. Needs no token. */
@Tag(name = "Catalogue", description = "Codes and names, found by name and synonym. No token.")
@Controller
@ResponseBody
@RequestMapping(path = "/api/v1/catalogue", produces = MediaType.APPLICATION_JSON_VALUE)
class CatalogueApi {
  private static final int USUAL = 20;
  private static final int MOST = 200;

  private final Catalogue catalogue;

  CatalogueApi(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * One entry.
   *
   * @param slug its code
   * @param via the synonym that matched, where it was not the name
   */
  @Schema(name = "CatalogueItem")
  record Item(
      @Schema(example = "cite-checking") String slug,
      @Schema(example = "Cite-checking") String name,
      @Schema(example = "bluebooking", nullable = true) @Nullable String via) {}

  /** What was found, best first. */
  @Schema(name = "CatalogueItems")
  record Items(String version, List<Item> items) {}

  @Operation(summary = "Skills")
  @Parameter(name = "q", in = ParameterIn.QUERY, description = "Name, synonym or beginning of one")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 200, usually 20")
  @GetMapping("/skills")
  @Access(Who.ANYBODY)
  public Items skills(@Parameter(hidden = true) Form query) {
    return items(catalogue.skills(), query);
  }

  @Operation(summary = "Programs")
  @Parameter(name = "q", in = ParameterIn.QUERY, example = "en")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @GetMapping("/software")
  @Access(Who.ANYBODY)
  public Items software(@Parameter(hidden = true) Form query) {
    return items(catalogue.software(), query);
  }

  @Operation(summary = "Credentials")
  @Parameter(name = "q", in = ParameterIn.QUERY, example = "en")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @GetMapping("/credentials")
  @Access(Who.ANYBODY)
  public Items credentials(@Parameter(hidden = true) Form query) {
    return items(catalogue.credentials(), query);
  }

  @Operation(summary = "Languages")
  @Parameter(name = "q", in = ParameterIn.QUERY, example = "en")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @GetMapping("/languages")
  @Access(Who.ANYBODY)
  public Items languages(@Parameter(hidden = true) Form query) {
    return items(catalogue.languages(), query);
  }

  @Operation(summary = "Practice areas")
  @Parameter(name = "q", in = ParameterIn.QUERY, example = "en")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @GetMapping("/practice-areas")
  @Access(Who.ANYBODY)
  public Items practiceAreas(@Parameter(hidden = true) Form query) {
    return items(catalogue.practiceAreas(), query);
  }

  @Operation(summary = "Jurisdictions")
  @Parameter(name = "q", in = ParameterIn.QUERY, example = "en")
  @Parameter(name = "limit", in = ParameterIn.QUERY)
  @GetMapping("/jurisdictions")
  @Access(Who.ANYBODY)
  public Items jurisdictions(@Parameter(hidden = true) Form query) {
    return items(catalogue.jurisdictions(), query);
  }

  private <E extends Entry> Items items(Shelf<E> shelf, Form query) {
    var found = shelf.search(query.text("q"), limit(query));
    return new Items(
        catalogue.version(),
        found.stream()
            .map(one -> new Item(one.entry().code(), one.entry().name(), one.synonym()))
            .toList());
  }

  private static int limit(Form query) {
    if (!query.has("limit")) {
      return USUAL;
    }
    var text = query.text("limit");
    boolean number = text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int limit = number ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      var problems = new Problems();
      problems.add("limit", "The limit must be a whole number from 1 to 200.");
      problems.refuseIfAny();
    }
    return limit;
  }
}
