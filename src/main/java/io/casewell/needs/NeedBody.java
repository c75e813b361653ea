package io.casewell.needs;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.HoursText;
import io.casewell.catalogue.Role;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a need in the shape of the JSON, as it is posted, answered and kept. Its numbers and
 * codes are believed only where they come from our own table; what is posted goes through {@link
 * NeedInput}.
 */
@Schema(
    name = "Need",
    description = "What a firm asks for. Missing lists are empty.",
    requiredProperties = {"title", "role", "seats", "hoursPerWeek", "window", "startDate", "weeks"})
record NeedBody(
    @Schema(description = "The firm's own words for it", minLength = 1, maxLength = 200)
        String title,
    @Schema(allowableValues = {"paralegal", "case_manager"}) String role,
    @Schema(description = "How many people", minimum = "1", maximum = "50") int seats,
    @Schema(description = "Hours a week for each seat", minimum = "1", maximum = "168")
        int hoursPerWeek,
    @ArraySchema(maxItems = 50) List<MustSkill> mustSkills,
    @ArraySchema(maxItems = 50) List<NiceSkill> niceSkills,
    @Schema(description = "Program slugs; each must be held") List<String> mustSoftware,
    @Schema(description = "Program slugs that are preferred") List<String> niceSoftware,
    @Schema(
            description =
                "Groups of credential codes; of each group one must be held, verified and valid"
                    + " throughout")
        List<List<String>> credentials,
    @Schema(description = "Codes of states, DC or US; all required") List<String> jurisdictions,
    @Schema(description = "Slugs of practice areas; they score") List<String> practiceAreas,
    List<Language> languages,
    Window window,
    @Schema(
            description = "Least shared minutes a week; missing: 30 minutes for each hour",
            minimum = "0",
            maximum = "10080",
            nullable = true)
        int minOverlapMinutes,
    @Schema(
            description = "Highest hourly bill rate in US cents; null: none",
            minimum = "1",
            maximum = "1000000",
            nullable = true)
        @Nullable Integer rateCapCents,
    @Schema(
            description = "The first day, from a week back to three years ahead",
            type = "string",
            format = "date")
        String startDate,
    @Schema(description = "The length", minimum = "1", maximum = "260") int weeks) {

  /** A skill that must be held at this level or above. */
  @Schema(requiredProperties = {"skill", "minLevel"})
  record MustSkill(
      @Schema(description = "Slug of the skill", example = "cite-checking") String skill,
      @Schema(minimum = "1", maximum = "5", example = "3") int minLevel) {}

  /** A skill that counts with this weight. */
  @Schema(requiredProperties = {"skill", "weight"})
  record NiceSkill(
      @Schema(description = "Slug of the skill", example = "e-filing") String skill,
      @Schema(minimum = "1", maximum = "3", example = "2") int weight) {}

  /** A language that must be spoken at this level or above. */
  @Schema(requiredProperties = {"code", "minLevel"})
  record Language(
      @Schema(description = "ISO 639 code", example = "es") String code,
      @Schema(description = "5 is native or fluent", minimum = "1", maximum = "5", example = "4")
          int minLevel) {}

  /** When the work falls, by the wall clock of a zone. */
  @Schema(
      description = "When the work falls, on the quarter-hour grid by the wall clock of the zone",
      requiredProperties = {"zone", "days", "start", "end"})
  record Window(
      @Schema(description = "Region id of the tz database", example = "America/New_York")
          String zone,
      @ArraySchema(
              minItems = 1,
              maxItems = 7,
              uniqueItems = true,
              schema = @Schema(allowableValues = {"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"}))
          List<String> days,
      @Schema(example = "09:00") String start,
      @Schema(
              description = "At or before the start: on the next day; 24:00 ends the day",
              example = "17:00")
          String end) {}

  static NeedBody of(NeedTerms terms) {
    var window = terms.window();
    return new NeedBody(
        terms.title(),
        terms.role().code(),
        terms.seats(),
        terms.hoursPerWeek(),
        terms.mustSkills().stream().map(s -> new MustSkill(s.skill(), s.minLevel())).toList(),
        terms.niceSkills().stream().map(s -> new NiceSkill(s.skill(), s.weight())).toList(),
        terms.mustSoftware(),
        terms.niceSoftware(),
        terms.credentials(),
        terms.jurisdictions(),
        terms.practiceAreas(),
        terms.languages().stream().map(l -> new Language(l.code(), l.minLevel())).toList(),
        new Window(
            terms.zone().getId(),
            window.days().stream().sorted().map(HoursText::day).toList(),
            HoursText.clock(window.startMinute()),
            HoursText.clock(window.endMinute())),
        terms.minOverlapMinutes(),
        terms.rateCapCents(),
        terms.startDate().toString(),
        terms.weeks());
  }

  /** The terms kept in our own table. */
  NeedTerms terms() {
    return new NeedTerms(
        title,
        Role.of(role).orElseThrow(),
        seats,
        hoursPerWeek,
        mustSkills.stream().map(s -> new NeedTerms.MustSkill(s.skill(), s.minLevel())).toList(),
        niceSkills.stream().map(s -> new NeedTerms.NiceSkill(s.skill(), s.weight())).toList(),
        mustSoftware,
        niceSoftware,
        credentials,
        jurisdictions,
        practiceAreas,
        languages.stream().map(l -> new NeedTerms.LanguageWanted(l.code(), l.minLevel())).toList(),
        ZoneId.of(window.zone()),
        row(window),
        minOverlapMinutes,
        rateCapCents,
        LocalDate.parse(startDate),
        weeks);
  }

  private static HoursRow row(Window window) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    window.days().forEach(day -> days.add(HoursText.day(day).orElseThrow()));
    return new HoursRow(days, minute(window.start()), minute(window.end()));
  }

  private static int minute(String clock) {
    return HoursText.minute(clock).orElseThrow();
  }
}
