package io.casewell.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the database accepted.
 *
 * @param appointment of the person chosen, or of the first fixed one
 * @param person who was chosen
 * @param chosen why: order, shortfalls
 * @param all every appointment made, the fixed people's first
 */
public record Reservation(
    UUID appointment,
    Person person,
    Instant start,
    Instant end,
    Map<String, ?> chosen,
    List<Made> all) {
  /** One of them. */
  public record Made(UUID id, Person person) {}
}
