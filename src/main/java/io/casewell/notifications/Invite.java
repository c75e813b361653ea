package io.casewell.notifications;

import io.casewell.calendar.Ics;

/**
 * A calendar file that goes with a mail.
 *
 * @param method what it is for; a mail program acts by it
 * @param text the file
 */
public record Invite(Ics.Method method, String text) {}
