package io.casewell.demos;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect in the pipeline.
 *
 * @param version raised with each move
 * @param firmName as the prospect calls it, or empty
 * @param source how they came: booking, hand, file or caller
 * @param owner whose prospect they are, or null while nobody's
 * @param answers by the question's code
 * @param advice what the advisor said, or null when they did not come from it
 * @param nextStep what is to be done next, or empty
 * @param nextOn until when, or null
 * @param firm their firm once there is one, first in state prospect
 * @param need the need drawn up in the demo room
 * @param mergedInto the prospect this one turned out to be
 * @param erased whether what said who they are is gone
 */
public record Lead(
    UUID id,
    long version,
    LeadState state,
    String name,
    String email,
    String firmName,
    String phone,
    ZoneId zone,
    String source,
    @Nullable UUID owner,
    Map<String, String> answers,
    @Nullable LeadAdvice advice,
    String nextStep,
    @Nullable LocalDate nextOn,
    String lostReason,
    boolean texts,
    @Nullable UUID firm,
    @Nullable UUID need,
    @Nullable UUID mergedInto,
    boolean erased,
    Instant createdAt,
    Instant updatedAt) {}
