package io.casewell.platform;

import java.util.Locale;
import java.util.Optional;

/** What a person may be told of, and whether they may say no to it. */
public enum NoticeKind {
  /** A need was answered, a search found somebody. */
  NEEDS("Needs and matches", "When somebody new fits a need, or a need changes hands.", true),
  /** A credential was checked or is about to end. */
  CREDENTIALS(
      "Certifications", "When one is verified, rejected, or ends in 90, 30 or 7 days.", true),
  /** Interviews, offers and bookings. */
  HIRING("Interviews and offers", "When somebody invites you, answers you or moves a time.", true),
  /** Time, invoices and payouts. */
  MONEY(
      "Time and money", "When time waits for approval, an invoice is due, a payout leaves.", true),
  /** Demos of the sales team. */
  DEMOS(
      "Demos", "When one is booked, moved or cancelled, before it begins, and each morning.", true),
  /** A request for help, and its answer. */
  SUPPORT("Help", "When we answer what you asked.", true),
  /** Invitations, sign-ins, deletion: what must reach a person. */
  ACCOUNT(
      "Your account",
      "Invitations, admission, sign-ins moved, deletion. These always reach you.",
      false);

  private final String label;
  private final String about;
  private final boolean optional;

  NoticeKind(String label, String about, boolean optional) {
    this.label = label;
    this.about = about;
    this.optional = optional;
  }

  /** The word of the database and of forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words a person reads. */
  public String label() {
    return label;
  }

  /** When it comes. */
  public String about() {
    return about;
  }

  /** Whether a person may say no to it. */
  public boolean optional() {
    return optional;
  }

  /** The kind of this code, if there is one. */
  public static Optional<NoticeKind> of(String code) {
    for (var kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
