package io.casewell.calendar;

import io.casewell.platform.FirmId;
import io.casewell.platform.Secrets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's time is reserved for.
 *
 * @param kind demo, interview, shift or hold
 * @param status hold, pending or confirmed
 * @param subjectKind what it is for, e.g. "demo"
 * @param subject its id, or null
 * @param topic what limits and turns count by, or null
 * @param firm whose it is, where it is a firm's, or null
 * @param zone by whose wall clock it was agreed
 * @param title what the person reads in the calendar
 * @param meetingLink where it takes place, or empty
 * @param holder SHA-256 of the link by which somebody without an account may change it, or empty
 * @param holdOwner whose hold it is, as a digest, or empty; with a booking, whose hold it replaces
 * @param holdFor how long it is held by the database's clock, or null
 * @param mostHolds how many may be held at once; with 1 a new hold lets the old one go
 */
public record NewAppointment(
    String kind,
    String status,
    String subjectKind,
    @Nullable UUID subject,
    @Nullable UUID topic,
    @Nullable FirmId firm,
    ZoneId zone,
    String title,
    String meetingLink,
    byte[] holder,
    byte[] holdOwner,
    @Nullable Duration holdFor,
    int mostHolds) {
  /** How long a hold lasts. */
  public static final Duration HOLD = Duration.ofMinutes(5);

  /** Confirmed at once. */
  public static NewAppointment confirmed(
      String kind, String subjectKind, UUID subject, ZoneId zone, String title) {
    return new NewAppointment(
        kind,
        "confirmed",
        subjectKind,
        subject,
        null,
        null,
        zone,
        title,
        "",
        new byte[0],
        new byte[0],
        null,
        1);
  }

  /** Held for five minutes for whoever has this text, e.g. a cookie's. */
  public static NewAppointment held(
      String kind, @Nullable UUID topic, ZoneId zone, String visitor) {
    return new NewAppointment(
        kind,
        "hold",
        "",
        null,
        topic,
        null,
        zone,
        "",
        "",
        new byte[0],
        Secrets.hash(visitor),
        HOLD,
        1);
  }

  /** Waiting for somebody's yes. */
  public NewAppointment pending() {
    return with("pending", topic, firm, meetingLink, holder, holdOwner);
  }

  /** Counted in this topic. */
  public NewAppointment of(UUID its) {
    return with(status, its, firm, meetingLink, holder, holdOwner);
  }

  /** A firm's. */
  public NewAppointment of(FirmId its) {
    return with(status, topic, its, meetingLink, holder, holdOwner);
  }

  /** Taking place there. */
  public NewAppointment at(String link) {
    return with(status, topic, firm, link, holder, holdOwner);
  }

  /** To be changed by whoever holds the link with this digest. */
  public NewAppointment byLink(byte[] digest) {
    return with(status, topic, firm, meetingLink, digest, holdOwner);
  }

  /** In place of what the visitor with this text holds. */
  public NewAppointment insteadOfHold(String visitor) {
    return with(status, topic, firm, meetingLink, holder, Secrets.hash(visitor));
  }

  private NewAppointment with(
      String state,
      @Nullable UUID itsTopic,
      @Nullable FirmId itsFirm,
      String link,
      byte[] itsHolder,
      byte[] owner) {
    return new NewAppointment(
        kind,
        state,
        subjectKind,
        subject,
        itsTopic,
        itsFirm,
        zone,
        title,
        link,
        itsHolder,
        owner,
        holdFor,
        mostHolds);
  }
}
