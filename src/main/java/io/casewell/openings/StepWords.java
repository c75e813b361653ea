package io.casewell.openings;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.StaffFacts;
import java.util.List;

/** Changes in words, with the place where each is made. */
final class StepWords {
  private StepWords() {}

  static Outlook.Step of(Remedy remedy, StaffFacts facts, int more, Catalogue catalogue) {
    return switch (remedy) {
      case Remedy.OfferRole(var role) ->
          new Outlook.Step(
              Outlook.Kind.ROLE, "Offer the role " + role.label(), more, "/profile#about");
      case Remedy.RaiseSkill(var skill, var level) ->
          new Outlook.Step(
              Outlook.Kind.SKILL, skill(skill, level, facts, catalogue), more, "/profile#skills");
      case Remedy.HoldOneOf(var codes) ->
          new Outlook.Step(
              Outlook.Kind.CREDENTIAL,
              credential(codes, facts, catalogue),
              more,
              "/profile#credentials");
      case Remedy.KnowPlace(var code) ->
          new Outlook.Step(
              Outlook.Kind.PLACE,
              "Know the courts of " + catalogue.jurisdictions().name(code),
              more,
              "/profile#jurisdictions");
      case Remedy.KnowProgram(var code) ->
          new Outlook.Step(
              Outlook.Kind.PROGRAM,
              "Work with " + catalogue.software().name(code),
              more,
              "/profile#software");
      case Remedy.Speak(var code, var level) ->
          new Outlook.Step(
              Outlook.Kind.LANGUAGE,
              "Speak " + catalogue.languages().name(code) + " at level " + level,
              more,
              "/profile#languages");
      case Remedy.FreeHours(var hours) ->
          new Outlook.Step(
              Outlook.Kind.HOURS,
              "Offer " + (hours == 1 ? "1 hour" : hours + " hours") + " a week more",
              more,
              "/hours");
      case Remedy.ShareHours _ ->
          new Outlook.Step(
              Outlook.Kind.HOURS, "Work more of the hours firms ask for", more, "/hours");
      case Remedy.LowerRate _ ->
          new Outlook.Step(Outlook.Kind.RATE, "Ask for a lower rate", more, "/rate");
    };
  }

  private static String skill(String skill, int level, StaffFacts facts, Catalogue catalogue) {
    var name = catalogue.skills().name(skill);
    var held = facts.skills().get(skill);
    return held == null
        ? "Add " + name + " at level " + level
        : "Raise " + name + " from level " + held.level() + " to " + level;
  }

  private static String credential(List<String> codes, StaffFacts facts, Catalogue catalogue) {
    var claimed =
        facts.credentials().stream()
            .filter(held -> codes.contains(held.code()) && !held.verified())
            .findFirst();
    if (claimed.isPresent()) {
      return "Have your " + catalogue.credentials().name(claimed.get().code()) + " verified";
    }
    var names = codes.stream().limit(3).map(catalogue.credentials()::name).toList();
    return "Hold a verified " + String.join(" or ", names);
  }
}
