package io.casewell.needs;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A step of writing a need: a page with some of its fields. */
public enum Step {
  WORK(
      "The work",
      Set.of(
          "text",
          "title",
          "role",
          "hoursPerWeek",
          "caseManagerHours",
          "seats",
          "startDate",
          "weeks"),
      List.of()),
  SKILLS(
      "Skills",
      Set.of(),
      List.of("mustSkills", "mustLevel-", "niceSkills", "niceWeight-", "practiceAreas")),
  WINDOW("Hours", Set.of("days", "start", "end", "zone", "minOverlap"), List.of()),
  CONDITIONS(
      "Conditions",
      Set.of("rateCap", "groups", "parties"),
      List.of(
          "languages",
          "languageLevel-",
          "mustSoftware",
          "niceSoftware",
          "jurisdictions",
          "credentials")),
  CHECK("Check and post", Set.of(), List.of());

  private final String label;
  private final Set<String> names;
  private final List<String> beginnings;

  Step(String label, Set<String> names, List<String> beginnings) {
    this.label = label;
    this.names = names;
    this.beginnings = beginnings;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /** 1 is the first. */
  public int number() {
    return ordinal() + 1;
  }

  /** The names of all, in order. */
  public static List<String> labels() {
    return java.util.Arrays.stream(values()).map(Step::label).toList();
  }

  /** The step of this number. */
  static Optional<Step> of(String number) {
    return number.matches("[1-5]")
        ? Optional.of(values()[Integer.parseInt(number) - 1])
        : Optional.empty();
  }

  Step next() {
    return this == CHECK ? CHECK : values()[ordinal() + 1];
  }

  Step back() {
    return this == WORK ? WORK : values()[ordinal() - 1];
  }

  /** Whether this field stands on its page. */
  boolean owns(String field) {
    return names.contains(field) || beginnings.stream().anyMatch(field::startsWith);
  }

  /** The step on whose page this field stands. */
  static Step owning(String field) {
    for (var step : values()) {
      if (step.owns(field)) {
        return step;
      }
    }
    return WORK;
  }
}
