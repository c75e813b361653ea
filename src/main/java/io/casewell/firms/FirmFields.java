package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The fields of a firm's own form, with what one may choose from. */
@Component
public class FirmFields {
  private final Catalogue catalogue;

  FirmFields(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The fields as they are drawn.
   *
   * @param areas the chosen fields of law: slug → name
   * @param states code → name
   * @param zones id → words
   */
  public record Shown(
      String name,
      String jurisdiction,
      String size,
      String zone,
      Map<String, String> areas,
      Map<String, String> states,
      Map<String, String> sizes,
      Map<String, String> zones) {}

  Shown empty() {
    return shown("", "", "", "", List.of());
  }

  Shown typed(Form form) {
    return shown(
        form.text("name"),
        form.text("jurisdiction"),
        form.text("size"),
        form.text("zone"),
        form.texts("areas"));
  }

  Shown of(Firm firm) {
    return shown(
        firm.name(), firm.jurisdiction(), firm.size(), firm.zone(), List.of(firm.practiceAreas()));
  }

  private Shown shown(String name, String state, String size, String zone, List<String> areas) {
    var chosen = new LinkedHashMap<String, String>();
    areas.stream()
        .filter(catalogue.practiceAreas()::has)
        .forEach(area -> chosen.put(area, catalogue.practiceAreas().name(area)));
    return new Shown(
        name,
        state,
        size,
        zone,
        chosen,
        FirmDetails.states(catalogue),
        FirmDetails.SIZES,
        FirmDetails.zones(catalogue));
  }
}
