package io.casewell.talent;

import io.casewell.catalogue.Credential;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A duty as whoever has it sees it: what is asked for, how far they are, and the form.
 *
 * @param law where it stands
 * @param asked the hours in words
 * @param period e.g. "2025 to 2026"
 * @param state in words
 * @param due when it is due, in words
 * @param generalMinutes done, of {@code generalAsked}
 * @param past earlier periods
 * @param form the fields as stored, or as typed when they could not be saved
 */
public record DutyCard(
    String code,
    String name,
    String law,
    String asked,
    String period,
    String state,
    String tone,
    String due,
    int generalMinutes,
    int generalAsked,
    int ethicsMinutes,
    int ethicsAsked,
    Map<String, String> ways,
    List<Past> past,
    Fields form,
    Problems problems) {

  /** An earlier period. */
  public record Past(String period, String words, boolean complete) {}

  /** What stands in the form's fields. */
  public record Fields(
      String way,
      String general,
      String ethics,
      String attorney,
      String barNumber,
      String certifiedOn) {
    static Fields of(@Nullable DutyDeclaration said) {
      return said == null
          ? new Fields("", "0", "0", "", "", "")
          : new Fields(
              said.way(),
              hours(said.generalMinutes()),
              hours(said.ethicsMinutes()),
              said.attorney(),
              said.barNumber(),
              said.certifiedOn() == null ? "" : said.certifiedOn().toString());
    }

    static Fields typed(Form form) {
      return new Fields(
          form.text("way"),
          form.text("general"),
          form.text("ethics"),
          form.text("attorney"),
          form.text("barNumber"),
          form.text("certifiedOn"));
    }
  }

  static DutyCard of(
      StatutoryDuty duty,
      Credential known,
      List<DutyDeclaration> all,
      LocalDate today,
      @Nullable Form typed,
      Problems problems) {
    var period = duty.period(today, known);
    var mine = all.stream().filter(said -> said.code().equals(duty.code())).toList();
    var said =
        mine.stream()
            .filter(one -> one.periodFrom().equals(period.from()))
            .findFirst()
            .orElse(null);
    boolean complete = said != null && said.complete();
    return new DutyCard(
        duty.code(),
        known.name(),
        duty.law(),
        known.renewal().words(),
        period.words(),
        said == null
            ? "Not declared"
            : complete ? "Complete, self-declared" : "Under way, self-declared",
        complete ? "good" : said == null ? "neutral" : "info",
        complete
            ? "Nothing is due until " + Since.day(period.until().plusDays(1))
            : due(period, today),
        said == null ? 0 : said.generalMinutes(),
        StatutoryDuty.generalMinutes(known),
        said == null ? 0 : said.ethicsMinutes(),
        StatutoryDuty.ethicsMinutes(known),
        duty.ways(),
        mine.stream()
            .filter(one -> one.periodFrom().isBefore(period.from()))
            .map(one ->
                new Past(
                    new StatutoryDuty.Period(one.periodFrom(), one.periodUntil()).words(),
                    hours(one.generalMinutes())
                        + " h general, "
                        + hours(one.ethicsMinutes())
                        + " h ethics",
                    one.complete()))
            .toList(),
        typed == null ? Fields.of(said) : Fields.typed(typed),
        problems);
  }

  private static String due(StatutoryDuty.Period period, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, period.until());
    return "Due by "
        + Since.day(period.until())
        + (days == 0 ? ", today" : ", in " + Since.count(days, "day"));
  }

  /** "2.5" of 150 minutes. */
  static String hours(int minutes) {
    return BigDecimal.valueOf(minutes)
        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** How far the general hours are, in words. */
  public String generalWords() {
    return hours(generalMinutes) + " of " + hours(generalAsked) + " hours";
  }

  /** How far the hours in ethics are, in words. */
  public String ethicsWords() {
    return hours(ethicsMinutes) + " of " + hours(ethicsAsked) + " hours";
  }
}
