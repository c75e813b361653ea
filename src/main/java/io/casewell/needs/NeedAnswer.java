package io.casewell.needs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A need as the API answers it. */
@Schema(
    name = "NeedAnswer",
    description = "A need with where it stands",
    requiredProperties = {"id", "state", "version", "createdAt"})
record NeedAnswer(
    UUID id,
    @Schema(allowableValues = {"draft", "open", "paused", "filled", "closed"}) String state,
    @Schema(description = "Raised by one with each change") long version,
    @Schema(description = "Shared by needs that shall be filled together", nullable = true)
        @Nullable UUID team,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(nullable = true)
        @Nullable String closedReason,
    Instant createdAt,
    @Schema(nullable = true) @Nullable Instant postedAt,
    Instant updatedAt,
    @JsonUnwrapped NeedBody terms,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "Names for the conflict check, confidential to the firm; not in lists",
            nullable = true)
        @Nullable List<String> parties) {

  static NeedAnswer of(Need need, @Nullable List<String> parties) {
    return new NeedAnswer(
        need.id().value(),
        need.state().code(),
        need.version(),
        need.team(),
        need.closedReason(),
        need.createdAt(),
        need.postedAt(),
        need.updatedAt(),
        NeedBody.of(need.terms()),
        parties);
  }

  /** A part of the list. */
  @Schema(
      name = "NeedList",
      requiredProperties = {"items"})
  record Listed(
      @Schema(description = "Newest first") List<NeedAnswer> items,
      @Schema(description = "Where the list goes on, or null at its end", nullable = true)
          @Nullable String nextCursor) {

    /** Of one more than wanted, which only tells whether the list goes on. */
    static Listed of(List<Need> needs, int limit) {
      var shown = needs.stream().limit(limit).toList();
      var next = needs.size() > limit ? NeedCursor.after(shown.getLast()).text() : null;
      return new Listed(shown.stream().map(need -> of(need)).toList(), next);
    }

    private static NeedAnswer of(Need need) {
      return NeedAnswer.of(need, null);
    }
  }
}
