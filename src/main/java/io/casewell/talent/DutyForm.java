package io.casewell.talent;

import io.casewell.catalogue.Credential;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what somebody declares about a duty. */
final class DutyForm {
  private static final int NAME_MAX = 200;
  private static final int BAR_MAX = 100;

  private DutyForm() {}

  /** The declaration; empty when the problems say what is wrong. */
  static Optional<DutyDeclaration> read(
      StatutoryDuty duty, Credential known, Form form, LocalDate today, Problems problems) {
    var period = duty.period(today, known);
    var way = form.text("way");
    if (!duty.ways().containsKey(way)) {
      problems.add("way", "Choose the way by which you qualify.");
    }
    int general = minutes("general", form, problems);
    int ethics = minutes("ethics", form, problems);
    var attorney = line("attorney", NAME_MAX, form, problems);
    var bar = line("barNumber", BAR_MAX, form, problems);
    var certified = certified(form, period, today, problems);
    if (certified != null && attorney.isEmpty()) {
      problems.add("attorney", "Name the attorney to whom you certified your hours.");
    }
    if (!form.text("declare").equals("yes")) {
      problems.add("declare", "Say that it is true: it is you who declares it.");
    }
    return problems.none()
        ? Optional.of(
            new DutyDeclaration(
                Ids.next(),
                duty.code(),
                period.from(),
                period.until(),
                way,
                general,
                ethics,
                attorney,
                bar,
                certified,
                DutyDeclaration.complete(known, general, ethics, attorney, certified)))
        : Optional.empty();
  }

  private static int minutes(String field, Form form, Problems problems) {
    var typed = form.text(field);
    if (typed.matches("\\d{1,3}(?:[.,]\\d{1,2})?")) {
      return new BigDecimal(typed.replace(',', '.')).multiply(BigDecimal.valueOf(60)).intValue();
    }
    problems.add(field, "Give hours such as 4 or 2.5; 0 when there are none yet.");
    return 0;
  }

  private static String line(String field, int most, Form form, Problems problems) {
    var text = form.text(field);
    if (text.length() > most || text.chars().anyMatch(Character::isISOControl)) {
      problems.add(field, "Give it in at most %d characters on one line.".formatted(most));
    }
    return text;
  }

  private static @Nullable LocalDate certified(
      Form form, StatutoryDuty.Period period, LocalDate today, Problems problems) {
    var typed = form.text("certifiedOn");
    if (typed.isEmpty()) {
      return null;
    }
    try {
      var day = LocalDate.parse(typed);
      if (day.isBefore(period.from()) || day.isAfter(today)) {
        problems.add("certifiedOn", "Give a day of this period that has come already.");
      }
      return day;
    } catch (DateTimeParseException _) {
      problems.add("certifiedOn", "Give a date of the calendar such as 2026-05-31.");
      return null;
    }
  }
}
