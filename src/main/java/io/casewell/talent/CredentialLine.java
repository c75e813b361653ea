package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.platform.StoredFile;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
 * @param next what the state means and what to do now
 * @param reason why it was rejected, or empty
 * @param document what proves it, or null
 * @param takesDocument whether a document may be sent now
 * @param urgent whether the holder should do something
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
    String seen,
    String next,
    String reason,
    @Nullable StoredFile document,
    boolean takesDocument,
    boolean urgent) {
  private static final int SOON_DAYS = 90;

  static CredentialLine of(CredentialCase one, Catalogue catalogue, LocalDate today) {
    var held = one.held();
    var known = catalogue.credentials().find(held.code());
    var until = held.validUntil();
    boolean over =
        held.state() == CredentialState.VERIFIED && until != null && until.isBefore(today);
    var state = over ? CredentialState.EXPIRED : held.state();
    var reason = one.reason();
    return new CredentialLine(
        held.id().toString(),
        held.code(),
        catalogue.credentials().name(held.code()),
        known.map(Credential::issuer).orElse(""),
        held.number(),
        state.label(),
        state.tone(),
        dates(held.validFrom(), until),
        held.validFrom() == null ? "" : held.validFrom().toString(),
        until == null ? "" : until.toString(),
        held.stamp(),
        next(state, known.map(Credential::selfDeclared).orElse(false), until, today),
        state == CredentialState.REJECTED && reason != null ? reason : "",
        one.document(),
        state == CredentialState.IN_REVIEW || state.mayBecome(CredentialState.IN_REVIEW) && !over,
        state == CredentialState.REJECTED || state == CredentialState.EXPIRED);
  }

  private static String next(
      CredentialState state, boolean selfDeclared, @Nullable LocalDate until, LocalDate today) {
    return switch (state) {
      case CLAIMED ->
          selfDeclared
              ? "Self-declared: the law asks you for it and nobody issues it. Firms that require it"
                  + " are shown you once your attorney's declaration is checked."
              : "Send the certificate and we check it with its issuer. Until then it does not open"
                  + " needs that require it.";
      case IN_REVIEW -> "We have your document. Most are decided within two working days.";
      case VERIFIED -> until == null ? "Firms see it as verified." : ends(until, today);
      case REJECTED -> "We could not verify it. Mend what the reason says and send it again.";
      case EXPIRED -> "Its last day has passed. Send the renewed certificate to have it back.";
    };
  }

  private static String ends(LocalDate until, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, until);
    return days > SOON_DAYS
        ? "Firms see it as verified."
        : "Firms see it as verified. It ends in "
            + Since.count(days, "day")
            + ": when you have renewed it, change its dates and send the new certificate.";
  }

  private static String dates(@Nullable LocalDate from, @Nullable LocalDate until) {
    var end = until == null ? "does not expire" : "valid through " + Since.day(until);
    return from == null ? end : "from " + Since.day(from) + ", " + end;
  }
}
