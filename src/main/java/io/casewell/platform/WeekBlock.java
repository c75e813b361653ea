package io.casewell.platform;

/**
 * A stretch of one weekday, as {@code components/weekGrid.jte} draws it.
 *
 * @param day 0 is Monday
 * @param from minute of the day it begins
 * @param to minute of the day it ends, at most 1440
 * @param tone how it is drawn: {@code free}, {@code shared}, {@code busy} or {@code window}
 * @param words what a screen reader says, e.g. "Monday, 9 am to 1 pm, shared"
 */
public record WeekBlock(int day, int from, int to, String tone, String words) {}
