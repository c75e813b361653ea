package io.casewell.platform;

import java.time.ZoneId;

/**
 * The signed-in person a page is drawn for.
 *
 * @param name as the identity provider gave it
 * @param hat in whose name they act, e.g. "Alder &amp; Finch LLP" or "Virtual paralegal"
 * @param caller what the database is told
 * @param zone the zone their times are shown in
 */
public record Viewer(String name, String hat, Caller caller, ZoneId zone) {}
