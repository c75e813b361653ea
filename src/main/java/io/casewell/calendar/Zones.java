package io.casewell.calendar;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The time zones a person may choose: region ids of the tz database, e.g. {@code America/New_York},
 * and UTC. Offsets ({@code +02:00}), abbreviations ({@code EST5EDT}) and the sign-turned {@code
 * Etc/GMT+5} are refused, because a person who types them means something else half of the time.
 */
public final class Zones {
  /** Where most people of the marketplace live; offered first. */
  private static final List<String> FIRST =
      List.of(
          "America/New_York",
          "America/Chicago",
          "America/Denver",
          "America/Phoenix",
          "America/Los_Angeles",
          "America/Anchorage",
          "Pacific/Honolulu",
          "America/Puerto_Rico",
          "Asia/Manila");

  private static final Map<String, ZoneId> BY_ID = known();

  private Zones() {}

  /** The zone of this region id, if it is one. */
  public static Optional<ZoneId> region(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Id → words for every zone, the most usual first. */
  public static Map<String, String> options() {
    var all = new LinkedHashMap<String, String>();
    FIRST.forEach(id -> all.put(id, words(id)));
    BY_ID.keySet().forEach(id -> all.putIfAbsent(id, words(id)));
    return all;
  }

  /** The zone as a person reads it, e.g. "New York (America)". */
  public static String words(String id) {
    int slash = id.indexOf('/');
    if (slash < 0) {
      return id;
    }
    var parts = new ArrayList<>(List.of(id.replace('_', ' ').split("/")));
    Collections.reverse(parts);
    return parts.getFirst() + " (" + String.join(", ", parts.subList(1, parts.size())) + ")";
  }

  private static Map<String, ZoneId> known() {
    var all = new LinkedHashMap<String, ZoneId>();
    for (var id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      boolean region = id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/");
      if (region || id.equals("UTC") || id.equals("Etc/UTC")) {
        all.put(id, ZoneId.of(id));
      }
    }
    return Collections.unmodifiableMap(all);
  }
}
