package io.casewell.home;

import io.casewell.matching.StaffFacts;
import io.casewell.openings.Outlook;
import io.casewell.openings.Outlook.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a profile says, out of 100, and what each missing part would open.
 *
 * @param parts in the order of their weight
 */
public record Strength(List<Part> parts) {

  /**
   * A part of a profile.
   *
   * @param points reached, of the most there are
   * @param opens what it would open today, in words, or null
   */
  public record Part(
      String title, int points, int most, String why, String href, @Nullable String opens) {
    /** Whether nothing is missing. */
    public boolean whole() {
      return points == most;
    }
  }

  static Strength of(Outlook outlook) {
    var facts = outlook.facts();
    int verified =
        (int) facts.skills().values().stream().filter(StaffFacts.Skill::verified).count();
    boolean credential = facts.credentials().stream().anyMatch(StaffFacts.Credential::verified);
    boolean hours = !facts.hours().isEmpty() && facts.capacityHours() > 0;
    return new Strength(
        List.of(
            part(
                "Skills with levels",
                2 * Math.min(10, facts.skills().size()),
                20,
                "They count most. Name at least ten.",
                "/profile#skills",
                opens(outlook, Kind.SKILL, "One raised or added skill")),
            part(
                "Verified skills",
                5 * Math.min(3, verified),
                15,
                "Verified counts for more than claimed.",
                "/profile#skills",
                null),
            part(
                "A verified credential",
                credential ? 15 : 0,
                15,
                "Many needs ask for one.",
                "/profile#credentials",
                opens(outlook, Kind.CREDENTIAL, "A verified credential")),
            part(
                "Weekly hours",
                hours ? 15 : 0,
                15,
                "Firms look for shared hours.",
                "/hours",
                opens(outlook, Kind.HOURS, "Other hours")),
            part(
                "Your rate",
                outlook.rated() ? 10 : 0,
                10,
                "Without one nobody finds you.",
                "/rate",
                null),
            part(
                "Practice areas",
                facts.practiceAreas().isEmpty() ? 0 : 10,
                10,
                "Years in a field of law bring you up.",
                "/profile#practice-areas",
                null),
            part(
                "Software",
                facts.software().isEmpty() ? 0 : 5,
                5,
                "The programs you need no teaching in.",
                "/profile#software",
                opens(outlook, Kind.PROGRAM, "One more program")),
            part(
                "Languages",
                facts.languages().isEmpty() ? 0 : 5,
                5,
                "What you speak with clients.",
                "/profile#languages",
                opens(outlook, Kind.LANGUAGE, "A language")),
            part(
                "Jurisdictions",
                facts.jurisdictions().isEmpty() ? 0 : 5,
                5,
                "Where you know the courts.",
                "/profile#jurisdictions",
                opens(outlook, Kind.PLACE, "One more jurisdiction"))));
  }

  private static Part part(
      String title, int points, int most, String why, String href, @Nullable String opens) {
    return new Part(title, points, most, why, href, opens);
  }

  private static @Nullable String opens(Outlook outlook, Kind kind, String what) {
    int more = outlook.best(kind);
    return more == 0 ? null : what + " opens " + more + " of today's needs";
  }

  /** The sum, 0 to 100. */
  public int points() {
    return parts.stream().mapToInt(Part::points).sum();
  }

  /** The parts that are not whole. */
  public List<Part> missing() {
    return parts.stream().filter(part -> !part.whole()).toList();
  }
}
