package io.casewell.operations;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as operations list it.
 *
 * @param hats what they are, in words
 * @param since when they came
 * @param disabled since when they cannot sign in, in words, or null
 */
public record Person(
    String id,
    String name,
    String email,
    List<String> hats,
    String since,
    @Nullable String disabled) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  /** A row of {@link People}. */
  record Row(
      UUID id,
      String name,
      String email,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime disabledAt,
      @Nullable String firm,
      boolean staff,
      @Nullable Boolean lead,
      String[] roles) {}

  static Person of(Row row, ZoneId zone) {
    var hats = new ArrayList<String>();
    if (row.firm() != null) {
      hats.add(row.firm());
    }
    if (row.staff()) {
      hats.add("Professional");
    }
    if (row.lead() != null) {
      hats.add(row.lead() ? "Sales lead" : "Sales rep");
    }
    for (var role : row.roles()) {
      hats.add(role.equals("finance") ? "Finance" : "Administrator");
    }
    var disabled = row.disabledAt();
    return new Person(
        row.id().toString(),
        row.name(),
        row.email(),
        hats.isEmpty() ? List.of("No role yet") : hats,
        row.createdAt().atZoneSameInstant(zone).format(DAY),
        disabled == null ? null : disabled.atZoneSameInstant(zone).format(DAY));
  }
}
