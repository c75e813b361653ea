package io.casewell.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Who could take a start, decided by the same function that lists slots.
 *
 * @param fixed who takes part in any case
 * @param candidates of whom one is needed, the one whose turn it is first; empty where only fixed
 *     people take part
 * @param bookable whether it can be booked at all
 */
public record Choice(
    Instant start,
    Instant end,
    SlotRules rules,
    boolean bookable,
    List<Part> fixed,
    List<Part> candidates) {
  public Choice {
    fixed = List.copyOf(fixed);
    candidates = List.copyOf(candidates);
  }

  /**
   * One person in it.
   *
   * @param chosen why at this place: kept with the appointment
   * @param tallies the limits it counts in
   */
  public record Part(Person person, Map<String, ?> chosen, List<Tally> tallies) {
    /** Without reasons and limits. */
    public static Part of(Person person) {
      return new Part(person, Map.of(), List.of());
    }
  }

  /**
   * A limit it counts in.
   *
   * @param base what was there before anybody counted
   */
  public record Tally(String what, java.time.LocalDate since, int base, int add, int cap) {}

  /** Only this person, decided elsewhere; the database still says whether the time is free. */
  public static Choice of(Person person, Instant start, Instant end, SlotRules rules) {
    return new Choice(start, end, rules, true, List.of(Part.of(person)), List.of());
  }

  /** The same with only this one of the candidates, where they are one. */
  public Choice only(Person person) {
    return new Choice(
        start,
        end,
        rules,
        bookable && candidates.stream().anyMatch(part -> part.person().equals(person)),
        fixed,
        candidates.stream().filter(part -> part.person().equals(person)).toList());
  }
}
