package io.casewell.demos;

import io.casewell.calendar.HoursText;
import io.casewell.calendar.Zones;
import io.casewell.matching.Preview;
import io.casewell.needs.NeedTerms;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a proposal shows, as it was when it was sent. Kept as JSON.
 *
 * @param v the version of this shape
 * @param name whom it is for
 * @param email where it goes
 * @param firm their firm
 * @param facts label → what is asked for
 * @param headline how many fit, in words
 * @param people the best of them, without names
 * @param cost a week's cost in words
 */
public record ProposalShown(
    int v,
    String name,
    String email,
    String firm,
    String title,
    Map<String, String> facts,
    String headline,
    List<Preview.Person> people,
    String cost) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  static ProposalShown of(Lead lead, NeedTerms terms, Preview.Shown shown) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("Role", terms.role().label());
    facts.put(
        "Work",
        terms.hoursPerWeek()
            + " hours a week"
            + (terms.seats() == 1 ? "" : " each, for " + terms.seats() + " people"));
    facts.put("Time", "From " + day(terms.startDate()) + ", for " + terms.weeks() + " weeks");
    facts.put(
        "Working window",
        terms.window().days().stream()
                .sorted()
                .map(day -> HoursText.name(day).substring(0, 3))
                .collect(Collectors.joining(", "))
            + ", "
            + HoursText.words(terms.window().startMinute())
            + " to "
            + HoursText.words(terms.window().endMinute())
            + ", "
            + Zones.words(terms.zone().getId())
            + " time");
    var cap = terms.rateCapCents();
    if (cap != null) {
      facts.put("At most", dollars(cap) + " an hour, all in");
    }
    return new ProposalShown(
        1,
        lead.name(),
        lead.email(),
        lead.firmName(),
        terms.title(),
        facts,
        shown.headline(),
        shown.people(),
        cost(shown));
  }

  static String cost(Preview.Shown shown) {
    if (shown.people().isEmpty()) {
      return "Nobody to reckon with yet";
    }
    return shown.lowCents() == shown.highCents()
        ? whole(shown.lowCents()) + " a week"
        : whole(shown.lowCents()) + " to " + whole(shown.highCents()) + " a week";
  }

  private static String whole(long cents) {
    return String.format(Locale.US, "$%,d", (cents + 50) / 100);
  }

  private static String dollars(long cents) {
    return String.format(Locale.US, "$%,d.%02d", cents / 100, cents % 100);
  }

  private static String day(LocalDate date) {
    return date.format(DAY);
  }
}
