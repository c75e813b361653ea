package io.casewell.home;

import io.casewell.advisor.Advisor;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Duty;
import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

/** What the two roles are, and where what Casewell knows comes from. */
@Controller
class GuideController {
  private final Catalogue catalogue;
  private final List<SampleWeek> weeks;

  GuideController(Catalogue catalogue, Advisor advisor) {
    this.catalogue = catalogue;
    this.weeks = weeks(catalogue, advisor);
  }

  @GetMapping("/guide")
  @Access(Who.ANYBODY)
  Rendering guide() {
    return Rendering.view("home/guide")
        .modelAttribute("paralegal", sentences(Role.PARALEGAL))
        .modelAttribute("caseManager", sentences(Role.CASE_MANAGER))
        .modelAttribute("weeks", weeks)
        .build();
  }

  @GetMapping("/about")
  @Access(Who.ANYBODY)
  Rendering about() {
    return Rendering.view("home/about")
        .modelAttribute("version", catalogue.version())
        .modelAttribute("modelVersion", catalogue.modelVersion())
        .modelAttribute("skills", catalogue.skills().all().size())
        .modelAttribute("credentials", catalogue.credentials().all().size())
        .build();
  }

  /** What the guide says of a role, by kind: duty, skill, training, choice. */
  private Map<String, List<Duty>> sentences(Role role) {
    var byKind = new LinkedHashMap<String, List<Duty>>();
    for (var kind : List.of("duty", "skill", "training", "choice")) {
      byKind.put(
          kind,
          catalogue.duties().stream()
              .filter(duty -> duty.role() == role && duty.kind().equals(kind))
              .toList());
    }
    return byKind;
  }

  private static List<SampleWeek> weeks(Catalogue catalogue, Advisor advisor) {
    return List.of(
        week(
            catalogue,
            advisor,
            "Two litigators before a trial",
            "The attorneys write at night and the discovery box fills faster than it empties."
                + " Clients are companies that call once a month.",
            Map.of("T01", 8, "T02", 10, "T04", 8, "T06", 4)),
        week(
            catalogue,
            advisor,
            "Eighty injury cases, one attorney",
            "Nobody answers before lunch, records are requested and forgotten, and every second"
                + " call asks what is new.",
            Map.of("T09", 6, "T11", 8, "T12", 12, "T13", 2, "T14", 7)),
        week(
            catalogue,
            advisor,
            "A family practice that grew",
            "Disclosures and motions on one side, frightened clients and moved hearings on the"
                + " other. One person was hired for both, twice.",
            Map.of("T02", 12, "T05", 4, "T08", 4, "T10", 6, "T12", 10, "T14", 4)));
  }

  private static SampleWeek week(
      Catalogue catalogue, Advisor advisor, String firm, String story, Map<String, Integer> given) {
    var hours = new LinkedHashMap<String, BigDecimal>();
    var lines =
        catalogue.tasks().stream()
            .filter(task -> given.containsKey(task.id()))
            .map(task -> {
              var weekly = BigDecimal.valueOf(given.getOrDefault(task.id(), 0));
              hours.put(task.id(), weekly);
              return new SampleWeek.Line(task, weekly);
            })
            .toList();
    return new SampleWeek(firm, story, lines, advisor.advise(hours, null));
  }
}
