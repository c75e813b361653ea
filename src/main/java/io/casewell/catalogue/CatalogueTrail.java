package io.casewell.catalogue;

import io.casewell.platform.TrailWords;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to an entry of the catalogue, in words. */
@Component
class CatalogueTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("catalogue_entry", "Catalogue entry");
  }

  @Override
  public Optional<Said> say(Step step) {
    var name = step.after().path("name").asString("");
    return switch (step.what()) {
      case "added" -> TrailWords.said("added “" + name + "”.", "plus");
      case "changed" -> TrailWords.said("changed “" + name + "” or its other names.", "edit");
      case "retired" -> TrailWords.said("retired it: it is offered no more.", "x");
      case "restored" -> TrailWords.said("offered it again.", "check");
      case "merged" -> TrailWords.said("let it lead to “" + name + "”.", "arrow");
      default -> Optional.empty();
    };
  }
}
