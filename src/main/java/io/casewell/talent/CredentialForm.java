package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody says of a certification; whatever they say is a claim at first. */
@Component
class CredentialForm {
  private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2150, 1, 1);

  private final Catalogue catalogue;

  CredentialForm(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The claim; empty when the problems say what is wrong. */
  Optional<HeldCredential> read(UUID id, Form form, Problems problems) {
    var code = form.text("code");
    if (!catalogue.credentials().has(code)) {
      problems.add("code", "Choose a certification from the list.");
    }
    var number = form.text("number");
    if (number.length() > HeldCredential.NUMBER_MAX
        || number.chars().anyMatch(Character::isISOControl)) {
      problems.add("number", "Give the number in at most 100 characters on one line.");
    }
    var from = date("validFrom", form, problems);
    var until = date("validUntil", form, problems);
    if (from != null && until != null && until.isBefore(from)) {
      problems.add("validUntil", "The last day lies before the first.");
    }
    return problems.none()
        ? Optional.of(new HeldCredential(id, code, number, from, until, CredentialState.CLAIMED))
        : Optional.empty();
  }

  private static @Nullable LocalDate date(String field, Form form, Problems problems) {
    var typed = form.text(field);
    if (typed.isEmpty()) {
      return null;
    }
    try {
      var date = LocalDate.parse(typed);
      if (date.isAfter(EARLIEST) && date.isBefore(LATEST)) {
        return date;
      }
    } catch (DateTimeParseException _) {
      // the same sentence for both
    }
    problems.add(field, "Give a date of the calendar such as 2028-05-31.");
    return null;
  }
}
