package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
   * @param areasText what was typed of them and is not known
   * @param states code → name
   * @param zones id → words
   */
  public record Shown(
      String name,
      String jurisdiction,
      String size,
      String zone,
      Map<String, String> areas,
      String areasText,
      Map<String, String> states,
      Map<String, String> sizes,
      Map<String, String> zones) {}

  Shown empty() {
    return shown("", "", "", "", List.of(), "");
  }

  Shown typed(Form form) {
    return shown(
        form.text("name"),
        form.text("jurisdiction"),
        form.text("size"),
        form.text("zone"),
        areas(form, catalogue),
        unknown(form, catalogue));
  }

  /** The fields of law that were chosen, and those typed in full: without a script one types. */
  static List<String> areas(Form form, Catalogue catalogue) {
    var areas = new LinkedHashSet<>(form.texts("areas"));
    words(form)
        .flatMap(word -> catalogue.practiceAreas().said(word).stream())
        .forEach(area -> areas.add(area.code()));
    return List.copyOf(areas);
  }

  /** What was typed and names none. */
  static String unknown(Form form, Catalogue catalogue) {
    return words(form)
        .filter(word -> catalogue.practiceAreas().said(word).isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static Stream<String> words(Form form) {
    return Stream.of(form.text("areasText").split(",", 60))
        .map(String::strip)
        .filter(word -> !word.isEmpty());
  }

  Shown of(Firm firm) {
    return shown(
        firm.name(),
        firm.jurisdiction(),
        firm.size(),
        firm.zone(),
        List.of(firm.practiceAreas()),
        "");
  }

  private Shown shown(
      String name, String state, String size, String zone, List<String> areas, String areasText) {
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
        areasText,
        FirmDetails.states(catalogue),
        FirmDetails.SIZES,
        FirmDetails.zones(catalogue));
  }
}
