package io.casewell.home;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.StaffFacts;
import io.casewell.openings.Openings;
import io.casewell.openings.Outlook;
import io.casewell.platform.Caller;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a professional finds on their first page. */
@Component
public class StaffDesk {
  private static final int SOON = 90;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private final Openings openings;
  private final Catalogue catalogue;
  private final Clock clock;

  StaffDesk(Openings openings, Catalogue catalogue, Clock clock) {
    this.openings = openings;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * The desk.
   *
   * @param ending credentials that end within 90 days or have ended, with the day
   * @param hours free of those they want to work, in words
   */
  public record Desk(Outlook outlook, Strength strength, List<Ending> ending, String hours) {}

  /** A credential that ends. */
  public record Ending(String name, String words, boolean over) {}

  /** Empty while no role is offered. */
  Mono<Desk> of(Caller.Professional me, ZoneId zone) {
    return openings.of(me, zone).map(this::desk);
  }

  private Desk desk(Outlook outlook) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var facts = outlook.facts();
    var ending = ending(facts, today);
    long free = facts.freeHours(today, today.plusDays(6));
    return new Desk(outlook, Strength.of(outlook), ending, free + " of " + facts.capacityHours());
  }

  private List<Ending> ending(StaffFacts facts, LocalDate today) {
    var days = new TreeMap<LocalDate, List<String>>();
    for (var held : facts.credentials()) {
      var until = held.validUntil();
      if (until != null && !until.isAfter(today.plusDays(SOON))) {
        days.computeIfAbsent(until, _ -> new ArrayList<>()).add(held.code());
      }
    }
    var ending = new ArrayList<Ending>();
    days.forEach((day, codes) -> codes.forEach(code -> ending.add(ending(code, day, today))));
    return ending;
  }

  private Ending ending(String code, LocalDate day, LocalDate today) {
    boolean over = day.isBefore(today);
    return new Ending(
        catalogue.credentials().name(code),
        (over ? "ended on " : "ends on ") + day.format(DAY),
        over);
  }
}
