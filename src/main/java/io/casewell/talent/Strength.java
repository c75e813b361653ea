package io.casewell.talent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How strong a profile is, part by part: 0 to 100.
 *
 * @param parts in the order in which one sets them up
 */
public record Strength(List<Part> parts) {
  /** What the steps of the set-up are called. */
  public static final List<String> STEPS =
      List.of("About", "Skills", "Fields", "Hours", "Pay", "Done");

  /**
   * A part of the profile.
   *
   * @param why what it is good for
   * @param points what it adds when it is there
   * @param needed whether nobody is admitted without it
   */
  public record Part(
      String title, String why, String href, int points, boolean done, boolean needed) {}

  /**
   * Measures a profile.
   *
   * @param said which of the parts kept elsewhere are there: hours, rate
   */
  static Strength of(StaffMember member, List<HeldCredential> held, Set<String> said) {
    var profile = member.profile();
    boolean verified = held.stream().anyMatch(one -> one.state() == CredentialState.VERIFIED);
    var parts = new ArrayList<Part>();
    parts.add(new Part("About you", "Your role and years.", "/profile#about", 10, true, true));
    parts.add(
        new Part(
            "Skills",
            "They count most: firms ask for them by name, and no need fits without.",
            "/profile/setup/skills",
            20,
            profile.skills().size() >= 3,
            true));
    parts.add(
        new Part(
            "Fields of law",
            "Years in a firm's own field lift you on its list.",
            "/profile/setup/practice-areas",
            10,
            !profile.practiceAreas().isEmpty(),
            false));
    parts.add(
        new Part(
            "Weekly hours",
            "Firms see the hours you share with them; without any you are on no list.",
            "/hours?from=setup",
            15,
            said.contains("hours"),
            true));
    parts.add(
        new Part(
            "Pay",
            "A need with a cap is only shown people whose price is known.",
            "/rate?from=setup",
            15,
            said.contains("rate"),
            true));
    parts.add(
        new Part(
            "A verified certification",
            "Some firms ask for one, and it lifts you with all others.",
            "/profile#credentials",
            10,
            verified,
            false));
    parts.add(
        new Part(
            "Programs",
            "Firms often ask for the one they work with.",
            "/profile/setup/software",
            10,
            !profile.software().isEmpty(),
            false));
    parts.add(
        new Part(
            "Jurisdictions",
            "Where you know the courts and their rules.",
            "/profile/setup/jurisdictions",
            5,
            !profile.jurisdictions().isEmpty(),
            false));
    parts.add(
        new Part(
            "Languages",
            "What you speak with clients, English too.",
            "/profile/setup/languages",
            5,
            !profile.languages().isEmpty(),
            false));
    return new Strength(List.copyOf(parts));
  }

  /** What is there, 0 to 100. */
  public int percent() {
    return parts.stream().filter(Part::done).mapToInt(Part::points).sum();
  }

  /** What is missing and needed. */
  public List<String> stillNeeded() {
    return parts.stream().filter(part -> part.needed() && !part.done()).map(Part::title).toList();
  }

  /** What is missing, the most worth first. */
  public List<Part> missing() {
    return parts.stream()
        .filter(part -> !part.done())
        .sorted((one, other) -> other.points() - one.points())
        .toList();
  }

  /** The strength in a word. */
  public String word() {
    int percent = percent();
    return percent >= 90 ? "Strong" : percent >= 65 ? "Good" : percent >= 40 ? "Fair" : "Thin";
  }
}
