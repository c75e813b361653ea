package io.casewell.calendar;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The lock under which a person's hours, overrides, time off, travel and holidays change. Booking
 * shares it ({@link Slots#choose}): either the booking is there when the hours change, and can be
 * listed, or it finds the new hours.
 */
@Component
public class OwnTime {
  private final DatabaseClient db;

  OwnTime(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Waits for running bookings of this person and keeps new ones away until the transaction ends.
   */
  public Mono<Void> lock(Person person) {
    return db.sql("select lock_hours(:person)").bind("person", person.id()).then();
  }
}
