package io.casewell.sandbox;

import io.casewell.platform.Refusal;
import java.util.List;

/** The people a newcomer can sign in as. */
final class Personas {
  static final List<Persona> ALL =
      List.of(
          new Persona(
              "firm-owner",
              "Firm owner",
              "Margaret Alder",
              "Post a need from the advisor's answer and read why the first person fits."),
          new Persona(
              "hiring-manager",
              "Hiring manager",
              "Jonas Finch",
              "Work on the firm's open needs: copy one, pause it, see what would bring in more."),
          new Persona(
              "supervising-attorney",
              "Supervising attorney",
              "Priya Raman",
              "Read the firm's needs and who fits them."),
          new Persona(
              "billing", "Billing", "Walter Osei", "See what the firm's side of billing shows."),
          new Persona(
              "rival-owner",
              "Owner of another firm",
              "Helen Castellane",
              "Try to find the first firm's needs. There is nothing to find."),
          new Persona(
              "paralegal",
              "Virtual paralegal",
              "Dana Reyes",
              "Raise a skill by a level and see how the match changes."),
          new Persona(
              "case-manager",
              "Virtual case manager",
              "Tomas Lindqvist",
              "Change the weekly hours, copy a day to others, set the pay rate."),
          new Persona(
              "sales-rep",
              "Sales rep",
              "Ana Whitfield",
              "Look at the diary, note what came of a demo, and draw up a need in the demo room."),
          new Persona(
              "sales-lead",
              "Sales lead",
              "Bo Marchetti",
              "Ask why a time is missing, change a demo's rules and its pool, see the figures."),
          new Persona(
              "admin",
              "Operations: administrator",
              "Ruth Okafor",
              "Import staff with a dry run and read the report."),
          new Persona("finance", "Operations: finance", "Ivan Petrov", "Publish a new rate card."));

  private Personas() {}

  /** The persona of this name; refuses others as not found. */
  static Persona find(String name) {
    return ALL.stream()
        .filter(persona -> persona.name().equals(name))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }
}
