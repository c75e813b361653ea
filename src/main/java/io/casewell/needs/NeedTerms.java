package io.casewell.needs;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a firm asks for: the part of a need that decides who fits. The parties, which are
 * confidential, are kept apart from it.
 *
 * @param title the firm's own words for it
 * @param role the one role asked for
 * @param seats how many people, at least 1
 * @param hoursPerWeek hours a week for each seat, at least 1
 * @param mustSkills without each of these nobody fits
 * @param niceSkills what makes somebody fit better
 * @param mustSoftware program slugs; without each nobody fits
 * @param niceSoftware program slugs that are preferred
 * @param credentials groups of codes; of each group one must be held, verified and valid throughout
 * @param jurisdictions codes, all required
 * @param practiceAreas slugs that score
 * @param languages all required
 * @param zone the zone of the working window
 * @param window the days and hours the work falls into
 * @param minOverlapMinutes least shared minutes a week
 * @param rateCapCents highest hourly bill rate in cents, or null for none
 * @param startDate first day
 * @param weeks length, at least 1
 */
public record NeedTerms(
    String title,
    Role role,
    int seats,
    int hoursPerWeek,
    List<MustSkill> mustSkills,
    List<NiceSkill> niceSkills,
    List<String> mustSoftware,
    List<String> niceSoftware,
    List<List<String>> credentials,
    List<String> jurisdictions,
    List<String> practiceAreas,
    List<LanguageWanted> languages,
    ZoneId zone,
    HoursRow window,
    int minOverlapMinutes,
    @Nullable Integer rateCapCents,
    LocalDate startDate,
    int weeks) {

  /** A skill that must be held at this level (1–5) or above. */
  public record MustSkill(String skill, int minLevel) {}

  /** A skill that counts with this weight (1–3). */
  public record NiceSkill(String skill, int weight) {}

  /** A language that must be spoken at this level (1–5, 5 is native or fluent) or above. */
  public record LanguageWanted(String code, int minLevel) {}

  /** The last day of the engagement. */
  public LocalDate lastDay() {
    return startDate.plusDays(7L * weeks - 1);
  }

  /** The same under another title, from another first day. */
  NeedTerms withTitleAndStart(String newTitle, LocalDate newStart) {
    return new NeedTerms(
        newTitle,
        role,
        seats,
        hoursPerWeek,
        mustSkills,
        niceSkills,
        mustSoftware,
        niceSoftware,
        credentials,
        jurisdictions,
        practiceAreas,
        languages,
        zone,
        window,
        minOverlapMinutes,
        rateCapCents,
        newStart,
        weeks);
  }
}
