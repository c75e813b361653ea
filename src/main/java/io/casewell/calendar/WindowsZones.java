package io.casewell.calendar;

import java.util.Map;
import java.util.Optional;

/**
 * The names Windows and Outlook give to time zones, with the region each means (CLDR, windowsZones,
 * territory 001): those of the Americas, Europe, Asia and Oceania where people keep calendars.
 */
final class WindowsZones {
  private static final Map<String, String> REGIONS =
      Map.ofEntries(
          Map.entry("Dateline Standard Time", "Etc/GMT+12"),
          Map.entry("Hawaiian Standard Time", "Pacific/Honolulu"),
          Map.entry("Alaskan Standard Time", "America/Anchorage"),
          Map.entry("Pacific Standard Time", "America/Los_Angeles"),
          Map.entry("Pacific Standard Time (Mexico)", "America/Tijuana"),
          Map.entry("US Mountain Standard Time", "America/Phoenix"),
          Map.entry("Mountain Standard Time", "America/Denver"),
          Map.entry("Mountain Standard Time (Mexico)", "America/Mazatlan"),
          Map.entry("Central Standard Time", "America/Chicago"),
          Map.entry("Central Standard Time (Mexico)", "America/Mexico_City"),
          Map.entry("Central America Standard Time", "America/Guatemala"),
          Map.entry("Canada Central Standard Time", "America/Regina"),
          Map.entry("Eastern Standard Time", "America/New_York"),
          Map.entry("Eastern Standard Time (Mexico)", "America/Cancun"),
          Map.entry("US Eastern Standard Time", "America/Indiana/Indianapolis"),
          Map.entry("SA Pacific Standard Time", "America/Bogota"),
          Map.entry("SA Western Standard Time", "America/La_Paz"),
          Map.entry("SA Eastern Standard Time", "America/Cayenne"),
          Map.entry("Venezuela Standard Time", "America/Caracas"),
          Map.entry("Pacific SA Standard Time", "America/Santiago"),
          Map.entry("Paraguay Standard Time", "America/Asuncion"),
          Map.entry("Atlantic Standard Time", "America/Halifax"),
          Map.entry("Newfoundland Standard Time", "America/St_Johns"),
          Map.entry("E. South America Standard Time", "America/Sao_Paulo"),
          Map.entry("Argentina Standard Time", "America/Buenos_Aires"),
          Map.entry("Montevideo Standard Time", "America/Montevideo"),
          Map.entry("Azores Standard Time", "Atlantic/Azores"),
          Map.entry("GMT Standard Time", "Europe/London"),
          Map.entry("Greenwich Standard Time", "Atlantic/Reykjavik"),
          Map.entry("Romance Standard Time", "Europe/Paris"),
          Map.entry("W. Europe Standard Time", "Europe/Berlin"),
          Map.entry("Central Europe Standard Time", "Europe/Budapest"),
          Map.entry("Central European Standard Time", "Europe/Warsaw"),
          Map.entry("W. Central Africa Standard Time", "Africa/Lagos"),
          Map.entry("GTB Standard Time", "Europe/Bucharest"),
          Map.entry("E. Europe Standard Time", "Europe/Chisinau"),
          Map.entry("FLE Standard Time", "Europe/Kiev"),
          Map.entry("Egypt Standard Time", "Africa/Cairo"),
          Map.entry("South Africa Standard Time", "Africa/Johannesburg"),
          Map.entry("Israel Standard Time", "Asia/Jerusalem"),
          Map.entry("Turkey Standard Time", "Europe/Istanbul"),
          Map.entry("Russian Standard Time", "Europe/Moscow"),
          Map.entry("E. Africa Standard Time", "Africa/Nairobi"),
          Map.entry("Arab Standard Time", "Asia/Riyadh"),
          Map.entry("Arabian Standard Time", "Asia/Dubai"),
          Map.entry("Iran Standard Time", "Asia/Tehran"),
          Map.entry("Pakistan Standard Time", "Asia/Karachi"),
          Map.entry("India Standard Time", "Asia/Calcutta"),
          Map.entry("Sri Lanka Standard Time", "Asia/Colombo"),
          Map.entry("Nepal Standard Time", "Asia/Katmandu"),
          Map.entry("Bangladesh Standard Time", "Asia/Dhaka"),
          Map.entry("SE Asia Standard Time", "Asia/Bangkok"),
          Map.entry("China Standard Time", "Asia/Shanghai"),
          Map.entry("Singapore Standard Time", "Asia/Singapore"),
          Map.entry("Taipei Standard Time", "Asia/Taipei"),
          Map.entry("W. Australia Standard Time", "Australia/Perth"),
          Map.entry("Tokyo Standard Time", "Asia/Tokyo"),
          Map.entry("Korea Standard Time", "Asia/Seoul"),
          Map.entry("Cen. Australia Standard Time", "Australia/Adelaide"),
          Map.entry("AUS Central Standard Time", "Australia/Darwin"),
          Map.entry("E. Australia Standard Time", "Australia/Brisbane"),
          Map.entry("AUS Eastern Standard Time", "Australia/Sydney"),
          Map.entry("Tasmania Standard Time", "Australia/Hobart"),
          Map.entry("New Zealand Standard Time", "Pacific/Auckland"));

  private WindowsZones() {}

  /** The region a Windows name means, if it is one that is known. */
  static Optional<String> region(String name) {
    return Optional.ofNullable(REGIONS.get(name));
  }
}
