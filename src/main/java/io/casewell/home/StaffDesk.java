package io.casewell.home;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.StaffFacts;
import io.casewell.openings.Openings;
import io.casewell.openings.Outlook;
import io.casewell.openings.Outlook.Kind;
import io.casewell.platform.Caller;
import io.casewell.talent.ComeIn;
import io.casewell.talent.SetUp;
import io.casewell.talent.Strength;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a professional finds on their first page. */
@Component
public class StaffDesk {
  private static final int SOON = 90;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

  private final Openings openings;
  private final ComeIn comeIn;
  private final Catalogue catalogue;
  private final Clock clock;

  StaffDesk(Openings openings, ComeIn comeIn, Catalogue catalogue, Clock clock) {
    this.openings = openings;
    this.comeIn = comeIn;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * The desk.
   *
   * @param ending credentials that end within 90 days or have ended, with the day
   * @param hours free of those they want to work, in words
   */
  public record Desk(
      Outlook outlook, SetUp setUp, List<Missing> missing, List<Ending> ending, String hours) {}

  /**
   * A part of the profile that is not there.
   *
   * @param points what it adds
   * @param opens what it would open today, in words, or null
   */
  public record Missing(
      String title, int points, String why, String href, @Nullable String opens) {}

  /** A credential that ends. */
  public record Ending(String name, String words, boolean over) {}

  /** Empty while no role is offered. */
  Mono<Desk> of(Caller.Professional me, ZoneId zone) {
    return Mono.zip(openings.of(me, zone), comeIn.setUp(me.staff()), this::desk);
  }

  private Desk desk(Outlook outlook, SetUp setUp) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var facts = outlook.facts();
    var ending = ending(facts, today);
    long free = facts.freeHours(today, today.plusDays(6));
    var missing =
        setUp.strength().missing().stream()
            .map(part ->
                new Missing(
                    part.title(), part.points(), part.why(), part.href(), opens(part, outlook)))
            .toList();
    return new Desk(outlook, setUp, missing, ending, free + " of " + facts.capacityHours());
  }

  private static @Nullable String opens(Strength.Part part, Outlook outlook) {
    return switch (part.title()) {
      case "Skills" -> opens(outlook, Kind.SKILL, "One raised or added skill");
      case "Weekly hours" -> opens(outlook, Kind.HOURS, "Other hours");
      case "A verified certification" ->
          opens(outlook, Kind.CREDENTIAL, "A verified certification");
      case "Programs" -> opens(outlook, Kind.PROGRAM, "One more program");
      case "Jurisdictions" -> opens(outlook, Kind.PLACE, "One more jurisdiction");
      case "Languages" -> opens(outlook, Kind.LANGUAGE, "A language");
      default -> null;
    };
  }

  private static @Nullable String opens(Outlook outlook, Kind kind, String what) {
    int more = outlook.best(kind);
    return more == 0 ? null : what + " opens " + more + " of today's needs";
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
