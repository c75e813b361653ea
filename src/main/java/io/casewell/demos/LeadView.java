package io.casewell.demos;

import io.casewell.calendar.Zones;
import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect as their page shows them.
 *
 * @param cameBy how they came, in words
 * @param answers label → answer
 * @param nextOn as a date field reads it, or empty
 * @param firm the id of their firm, or null while there is none
 * @param merged the id of the prospect this one was joined into, or null
 * @param erased whether what said who they are is gone
 */
public record LeadView(
    String id,
    LeadState state,
    String name,
    String email,
    String firmName,
    String phone,
    String zone,
    String clock,
    String cameBy,
    String owner,
    Map<String, String> answers,
    @Nullable LeadAdvice advice,
    String nextStep,
    String nextOn,
    String lostReason,
    boolean texts,
    @Nullable String firm,
    @Nullable String need,
    @Nullable String merged,
    boolean erased) {

  static LeadView of(
      Lead lead, Map<String, String> labels, Map<UUID, String> team, Instant now, ZoneId zone) {
    var answers = new LinkedHashMap<String, String>();
    lead.answers().forEach((code, answer) -> answers.put(labels.getOrDefault(code, code), answer));
    var on = lead.nextOn();
    return new LeadView(
        lead.id().toString(),
        lead.state(),
        lead.name(),
        lead.email(),
        lead.firmName(),
        lead.phone(),
        Zones.words(lead.zone().getId()),
        DemoWords.clock(now, lead.zone()),
        came(lead.source())
            + " "
            + TimeWords.ago(lead.createdAt(), now)
            + ", "
            + TimeWords.moment(lead.createdAt(), zone),
        LeadLine.owner(lead.owner(), team),
        answers,
        lead.advice(),
        lead.nextStep(),
        on == null ? "" : on.toString(),
        lead.lostReason(),
        lead.texts(),
        text(lead.firm()),
        text(lead.need()),
        text(lead.mergedInto()),
        lead.erased());
  }

  private static @Nullable String text(@Nullable UUID id) {
    return id == null ? null : id.toString();
  }

  private static String came(String source) {
    return switch (source) {
      case "booking" -> "Booked a demo";
      case "caller" -> "Called";
      case "file" -> "Came with a list";
      default -> "Written down by hand";
    };
  }
}
