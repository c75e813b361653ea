package io.casewell.catalogue;

import io.casewell.platform.Form;
import java.util.List;
import java.util.Map;

/**
 * Which leaf of the catalogue lies open: a shelf and, of the skills, a group. What there is none of
 * opens the first.
 *
 * @param shelves every shelf with how much stands on it
 * @param groups every group of skills with how many it holds
 */
public record CatalogueLeaf(String shelf, String group, List<Choice> shelves, List<Choice> groups) {
  private static final Map<String, String> GROUPS =
      Map.ofEntries(
          Map.entry("research", "Research"),
          Map.entry("drafting", "Drafting"),
          Map.entry("records", "Files and records"),
          Map.entry("interviewing", "Interviewing"),
          Map.entry("client", "Clients"),
          Map.entry("scheduling", "Calendars and deadlines"),
          Map.entry("trial", "Hearings and trial"),
          Map.entry("billing", "Billing"),
          Map.entry("technology", "Technology"),
          Map.entry("knowledge", "Knowledge"),
          Map.entry("trait", "Ways of working"));

  /** A shelf or group that may be opened. */
  public record Choice(String code, String label, int count, boolean chosen, String href) {}

  static CatalogueLeaf of(Form query, Catalogue catalogue) {
    var counts =
        List.of(
            new Choice("skills", "Skills", catalogue.skills().all().size(), false, ""),
            new Choice("programs", "Programs", catalogue.software().all().size(), false, ""),
            new Choice(
                "credentials", "Credentials", catalogue.credentials().all().size(), false, ""),
            new Choice(
                "fields", "Fields of law", catalogue.practiceAreas().all().size(), false, ""),
            new Choice("languages", "Languages", catalogue.languages().all().size(), false, ""));
    var asked = query.text("shelf");
    var shelf = counts.stream().anyMatch(c -> c.code().equals(asked)) ? asked : "skills";
    var held = CatalogueController.groups(catalogue);
    var wanted = query.text("group");
    var group = held.containsKey(wanted) ? wanted : held.keySet().iterator().next();
    return new CatalogueLeaf(
        shelf,
        group,
        counts.stream()
            .map(c ->
                new Choice(
                    c.code(),
                    c.label(),
                    c.count(),
                    c.code().equals(shelf),
                    "/catalogue?shelf=" + c.code()))
            .toList(),
        held.entrySet().stream()
            .map(one ->
                new Choice(
                    one.getKey(),
                    GROUPS.getOrDefault(one.getKey(), one.getKey()),
                    one.getValue(),
                    one.getKey().equals(group),
                    "/catalogue?shelf=skills&group=" + one.getKey()))
            .toList());
  }

  /** Whether this shelf lies open. */
  public boolean shows(String code) {
    return shelf.equals(code);
  }
}
