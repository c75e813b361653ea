package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A certification as its holder's page lists it.
 *
 * @param state in words
 * @param tone of the state's badge
 * @param dates from when until when, in words
 * @param from first day as a date field takes it, or empty
 * @param until last day as a date field takes it, or empty
 * @param seen what the form carries to notice a stale edit
 */
public record CredentialLine(
    String id,
    String code,
    String name,
    String issuer,
    String number,
    String state,
    String tone,
    String dates,
    String from,
    String until,
    String seen) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  static CredentialLine of(HeldCredential held, Catalogue catalogue, LocalDate today) {
    var known = catalogue.credentials().find(held.code());
    var until = held.validUntil();
    boolean over = until != null && until.isBefore(today);
    return new CredentialLine(
        held.id().toString(),
        held.code(),
        catalogue.credentials().name(held.code()),
        known.map(one -> one.issuer()).orElse(""),
        held.number(),
        over ? "Expired" : held.state().label(),
        over ? "bad" : tone(held.state()),
        dates(held.validFrom(), until),
        held.validFrom() == null ? "" : held.validFrom().toString(),
        until == null ? "" : until.toString(),
        held.stamp());
  }

  private static String tone(CredentialState state) {
    return switch (state) {
      case VERIFIED -> "good";
      case CLAIMED, IN_REVIEW -> "info";
      case REJECTED, EXPIRED -> "bad";
    };
  }

  private static String dates(@Nullable LocalDate from, @Nullable LocalDate until) {
    var end = until == null ? "does not expire" : "valid through " + until.format(DAY);
    return from == null ? end : "from " + from.format(DAY) + ", " + end;
  }
}
