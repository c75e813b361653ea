package io.casewell.demos;

import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect in a list or on the board.
 *
 * @param owner whose, by name
 * @param next the next step with its day, or empty
 * @param due whether that day has come
 * @param changed how long ago anything happened
 */
public record LeadLine(
    String id,
    String name,
    String email,
    String firm,
    LeadState state,
    String owner,
    String next,
    boolean due,
    String changed) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

  static List<LeadLine> all(List<Lead> some, Map<UUID, String> team, Instant now, ZoneId zone) {
    return some.stream().map(lead -> of(lead, team, now, zone)).toList();
  }

  static LeadLine of(Lead lead, Map<UUID, String> team, Instant now, ZoneId zone) {
    return new LeadLine(
        lead.id().toString(),
        lead.name(),
        lead.email(),
        lead.firmName(),
        lead.state(),
        owner(lead.owner(), team),
        next(lead.nextStep(), lead.nextOn()),
        due(lead.nextOn(), now, zone),
        TimeWords.ago(lead.updatedAt(), now));
  }

  static String owner(@Nullable UUID owner, Map<UUID, String> team) {
    return owner == null ? "Nobody yet" : team.getOrDefault(owner, "Somebody who left");
  }

  static String next(String step, @Nullable LocalDate on) {
    return on == null ? step : (step.isEmpty() ? "Follow up" : step) + ", " + on.format(DAY);
  }

  static boolean due(@Nullable LocalDate on, Instant now, ZoneId zone) {
    return on != null && !on.isAfter(LocalDate.ofInstant(now, zone));
  }
}
