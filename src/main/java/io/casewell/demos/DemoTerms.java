package io.casewell.demos;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a demo type.
 *
 * @param v the version of this shape
 * @param minutes how long it lasts
 * @param gridMinutes a slot may begin each so many minutes
 * @param beforeMinutes kept free before
 * @param afterMinutes kept free after
 * @param noticeMinutes no slot begins sooner than this
 * @param windowDays no slot begins later than this
 * @param dayLimit how many of the type a day, or null for any number
 * @param weekLimit how many of the type a week, or null for any number
 * @param confirm whether a rep confirms what was asked for
 * @param byWeight whether the share of demos follows the weights
 * @param sameRep whether a move stays with the rep where they are free
 * @param meeting the meeting's address, with {@code {id}} where the demo's own part goes
 * @param remindMinutes how long before the start to remind, longest first
 * @param followUp whether a mail follows the demo
 * @param questions on the form
 */
public record DemoTerms(
    int v,
    int minutes,
    int gridMinutes,
    int beforeMinutes,
    int afterMinutes,
    int noticeMinutes,
    int windowDays,
    @Nullable Integer dayLimit,
    @Nullable Integer weekLimit,
    boolean confirm,
    boolean byWeight,
    boolean sameRep,
    String meeting,
    List<Integer> remindMinutes,
    boolean followUp,
    List<Question> questions) {
  /** Where demos take place unless somebody says otherwise. */
  public static final String JITSI = "https://meet.jit.si/casewell-{id}";

  public DemoTerms {
    remindMinutes = remindMinutes == null ? List.of() : List.copyOf(remindMinutes);
    questions = questions == null ? List.of() : List.copyOf(questions);
  }

  /** What a new type begins with. */
  static DemoTerms usual() {
    return new DemoTerms(
        1,
        30,
        30,
        0,
        10,
        240,
        30,
        null,
        null,
        false,
        true,
        true,
        JITSI,
        List.of(1440, 60),
        true,
        List.of());
  }

  /** The same without notice and limits, for what is booked already. */
  DemoTerms withoutNotice() {
    return new DemoTerms(
        v,
        minutes,
        gridMinutes,
        beforeMinutes,
        afterMinutes,
        0,
        365,
        null,
        null,
        confirm,
        byWeight,
        sameRep,
        meeting,
        remindMinutes,
        followUp,
        questions);
  }
}
