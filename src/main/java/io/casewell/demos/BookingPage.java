package io.casewell.demos;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A booked demo as whoever holds its link sees it.
 *
 * @param token of the link
 * @param slug of the type
 * @param day e.g. "Tuesday, December 1, 2026"
 * @param time with the zone in words
 * @param with who gives it
 * @param meetingLink where it takes place
 * @param stands whether it may be moved or cancelled
 * @param again whether another time may be chosen after it did not take place
 * @param answers label → answer
 */
public record BookingPage(
    String token,
    String slug,
    String type,
    DemoState state,
    String day,
    String time,
    String with,
    String meetingLink,
    boolean stands,
    boolean again,
    String name,
    String email,
    List<String> guests,
    Map<String, String> answers,
    @Nullable String reason) {}
