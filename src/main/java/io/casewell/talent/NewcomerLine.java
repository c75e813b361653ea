package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Somebody who asks to be admitted, as operations read it.
 *
 * @param offers roles and years in words
 * @param skills with the level claimed
 * @param since when they asked
 */
public record NewcomerLine(
    String id, String name, String email, String offers, List<String> skills, String since) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

  static NewcomerLine of(Newcomers.Row row, Catalogue catalogue, ZoneId zone) {
    var profile = Profile.of(row.profile().asString());
    var roles =
        profile.roles().stream().map(role -> role.label()).collect(Collectors.joining(" and "));
    int years = profile.yearsExperience();
    return new NewcomerLine(
        row.id().toString(),
        row.name(),
        row.email(),
        roles + ", " + (years == 1 ? "1 year" : years + " years") + " in legal work",
        profile.skills().stream()
            .map(held -> catalogue.skills().name(held.skill()) + " " + held.level())
            .toList(),
        row.submittedAt().atZoneSameInstant(zone).format(MOMENT));
  }
}
