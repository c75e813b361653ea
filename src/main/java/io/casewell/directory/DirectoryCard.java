package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.matching.Known;
import io.casewell.matching.StaffFacts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as the directory shows them: first name and initial, roles, skills, availability, and to
 * a firm what stands in {@link ForFirm}. How to reach them is not known here at all.
 *
 * @param skills the best first
 * @param more how many skills are not named
 * @param free hours a week, in words
 * @param zone their zone, in words
 * @param firm what a firm sees beyond that, or null for anybody else
 */
public record DirectoryCard(
    String id,
    String name,
    List<String> roles,
    List<String> skills,
    int more,
    String free,
    String zone,
    @Nullable ForFirm firm) {
  private static final int SKILLS = 6;

  /**
   * What a firm sees.
   *
   * @param rates an hour, in words
   * @param years in legal work, in words
   * @param rating in words, or empty while nobody has rated them
   * @param verified the credentials that are verified and valid today
   * @param skills all of them, the best first
   * @param fits the firm's open needs they fit
   */
  public record ForFirm(
      List<String> rates,
      String years,
      String rating,
      List<String> verified,
      List<Held> skills,
      List<Known.Fit> fits) {
    /** Those a card has room for. */
    public List<Held> first() {
      return skills.subList(0, Math.min(SKILLS, skills.size()));
    }
  }

  /**
   * A skill as a firm sees it.
   *
   * @param level 1 to 5
   * @param verified whether somebody confirmed it; else it is only claimed
   */
  public record Held(String name, int level, boolean verified) {}

  static DirectoryCard open(
      String name, StaffFacts facts, int free, Catalogue catalogue, int skillsShown) {
    var skills = skills(facts, catalogue);
    int shown = Math.min(skillsShown, skills.size());
    return new DirectoryCard(
        facts.staff().toString(),
        name,
        facts.roles().stream().sorted().map(Role::label).toList(),
        skills.subList(0, shown).stream().map(Held::name).toList(),
        skills.size() - shown,
        free == 0 ? "No free hours now" : hours(free) + " a week free",
        facts.zone().getDisplayName(TextStyle.FULL, Locale.US),
        null);
  }

  static DirectoryCard open(String name, StaffFacts facts, int free, Catalogue catalogue) {
    return open(name, facts, free, catalogue, SKILLS);
  }

  /** With what a firm sees beyond that. */
  DirectoryCard forFirm(
      StaffFacts facts, List<Known.Fit> fits, LocalDate today, Catalogue catalogue) {
    return new DirectoryCard(
        id, name, roles, skills, more, free, zone, ForFirms.of(facts, fits, today, catalogue));
  }

  /** As a firm would see it, but for the price: staff never see a bill rate. */
  DirectoryCard forOwner(StaffFacts facts, LocalDate today, Catalogue catalogue) {
    var seen = ForFirms.of(facts, List.of(), today, catalogue);
    return new DirectoryCard(
        id,
        name,
        roles,
        skills,
        more,
        free,
        zone,
        new ForFirm(
            List.of("Your price, as firms see it"),
            seen.years(),
            seen.rating(),
            seen.verified(),
            seen.skills(),
            List.of()));
  }

  private static List<Held> skills(StaffFacts facts, Catalogue catalogue) {
    return facts.skills().entrySet().stream()
        .filter(held -> catalogue.skills().find(held.getKey()).filter(s -> !s.trait()).isPresent())
        .sorted(
            Comparator.<Map.Entry<String, StaffFacts.Skill>>comparingInt(
                    held -> -worth(held.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(held ->
            new Held(
                catalogue.skills().name(held.getKey()),
                held.getValue().level(),
                held.getValue().verified()))
        .toList();
  }

  private static int worth(StaffFacts.Skill skill) {
    return skill.level() * (skill.verified() ? 100 : 85);
  }

  static String hours(int hours) {
    return hours == 1 ? "1 hour" : hours + " hours";
  }

  /** Words of what only firms see. */
  private static final class ForFirms {
    private ForFirms() {}

    static ForFirm of(
        StaffFacts facts, List<Known.Fit> fits, LocalDate today, Catalogue catalogue) {
      var rates = new ArrayList<String>();
      facts.roles().stream()
          .sorted()
          .forEach(role ->
              rates.add(
                  dollars(facts.billRateCents().getOrDefault(role, 0))
                      + " an hour"
                      + (facts.roles().size() > 1
                          ? " as " + role.label().toLowerCase(Locale.ROOT)
                          : "")));
      int years = facts.yearsExperience();
      return new ForFirm(
          rates,
          (years == 1 ? "1 year" : years + " years") + " in legal work",
          rating(facts),
          facts.credentials().stream()
              .filter(StaffFacts.Credential::verified)
              .filter(c -> c.validUntil() == null || !c.validUntil().isBefore(today))
              .map(c -> catalogue.credentials().name(c.code()))
              .distinct()
              .sorted()
              .toList(),
          skills(facts, catalogue),
          fits);
    }

    private static String rating(StaffFacts facts) {
      if (facts.ratingCount() == 0) {
        return "";
      }
      var mean =
          BigDecimal.valueOf(facts.ratingSum())
              .divide(BigDecimal.valueOf(facts.ratingCount()), 1, RoundingMode.HALF_UP);
      return mean.toPlainString()
          + " of 5 from "
          + (facts.ratingCount() == 1 ? "1 rating" : facts.ratingCount() + " ratings");
    }

    private static String dollars(int cents) {
      return cents % 100 == 0
          ? "$" + cents / 100
          : "$" + BigDecimal.valueOf(cents, 2).toPlainString();
    }
  }
}
