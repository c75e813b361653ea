package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a calendar file.
 *
 * @param uid the same in every version of it, wherever it is sent: see {@link #uid(String, UUID,
 *     String)}
 * @param sequence raised with each move and when it is cancelled
 * @param stamp when this version was made
 * @param url where to read more or to join, or empty
 * @param organizer who invites, or null where nobody is invited
 * @param busy whether it takes the time of whoever keeps it
 */
public record IcsEvent(
    String uid,
    int sequence,
    Instant stamp,
    When when,
    Status status,
    String title,
    String description,
    String place,
    String url,
    @Nullable Attendee organizer,
    List<Attendee> attendees,
    boolean busy) {
  public IcsEvent {
    attendees = List.copyOf(attendees);
    if (uid.isBlank() || sequence < 0) {
      throw new IllegalArgumentException("an event needs an id and a sequence from 0 on");
    }
  }

  /** When it is. */
  public sealed interface When {}

  /** From one moment to another. */
  public record Moments(Instant start, Instant end) implements When {
    public Moments {
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException("an event ends before it begins");
      }
    }
  }

  /** Whole days, both included, wherever the reader is. */
  public record Days(LocalDate from, LocalDate to) implements When {
    public Days {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException("days end before they begin");
      }
    }
  }

  /** How sure it is. */
  public enum Status {
    TENTATIVE,
    CONFIRMED,
    CANCELLED
  }

  /** Somebody who takes part, by name and address. */
  public record Attendee(String name, String email) {}

  /**
   * The id of what is kept under this id, at this host: a demo's, a shift's. The invite and the
   * feed name it alike, so that a calendar which has both shows one.
   */
  public static String uid(String kind, UUID id, String host) {
    return kind + "-" + id + "@" + host;
  }

  /** A meeting that is not yet sent to anybody. */
  public static IcsEvent of(
      String uid, int sequence, Instant stamp, Instant start, Instant end, String title) {
    return new IcsEvent(
        uid,
        sequence,
        stamp,
        new Moments(start, end),
        Status.CONFIRMED,
        title,
        "",
        "",
        "",
        null,
        List.of(),
        true);
  }

  /** The same, told of in these words. */
  public IcsEvent described(String words) {
    return new IcsEvent(
        uid, sequence, stamp, when, status, title, words, place, url, organizer, attendees, busy);
  }

  /** The same, at a place, which may be an address to join at. */
  public IcsEvent at(String where, String address) {
    return new IcsEvent(
        uid,
        sequence,
        stamp,
        when,
        status,
        title,
        description,
        where,
        address,
        organizer,
        attendees,
        busy);
  }

  /** The same, so sure. */
  public IcsEvent as(Status sure) {
    return new IcsEvent(
        uid,
        sequence,
        stamp,
        when,
        sure,
        title,
        description,
        place,
        url,
        organizer,
        attendees,
        busy);
  }

  /** The same, to which somebody invites others. */
  public IcsEvent inviting(Attendee by, List<Attendee> whom) {
    return new IcsEvent(
        uid, sequence, stamp, when, status, title, description, place, url, by, whom, busy);
  }
}
