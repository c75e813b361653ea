package io.casewell.calendar;

/**
 * A calendar from elsewhere, as its person reads of it.
 *
 * @param from where it stands and when it was looked at, in words
 * @param failing whether the last look brought nothing
 * @param says what it brought
 * @param refreshes whether it is looked at again and again
 */
public record LinkedCalendar(
    String id, String name, String from, boolean failing, String says, boolean refreshes) {}
