package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedTerms;
import io.casewell.platform.FirmId;
import io.casewell.platform.Ids;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The match card of somebody on an example need that suits them, so that they see what a firm
 * would. It is drawn by the same code as a firm's; only the price is not told, since staff never
 * see a bill rate.
 */
@Component
public class Example {
  private final Engine engine;
  private final Catalogue catalogue;
  private final Clock clock;

  Example(Engine engine, Catalogue catalogue, Clock clock) {
    this.engine = engine;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The card of this person, by the name firms read. */
  public MatchCard card(StaffFacts facts, String name) {
    var now = clock.instant();
    var ask = new Ask(Ids.next(), new FirmId(Ids.next()), terms(facts), Set.of());
    var candidate = new Ranking.Candidate(engine.evaluate(ask, facts, now), facts);
    var reasons = withoutPrice(Reasons.of(ask, candidate, now, false, catalogue));
    return MatchCard.of(1, name, "Your price, as firms see it", ask, candidate, reasons);
  }

  private static Reasons withoutPrice(Reasons reasons) {
    var parts =
        reasons.parts().stream()
            .map(reason ->
                reason.part() == Part.RATE
                    ? new Reasons.Reason(
                        Part.RATE,
                        reason.points(),
                        "Firms read here how your price stands to theirs.")
                    : reason)
            .toList();
    return new Reasons(parts, reasons.flags(), reasons.claims());
  }

  private NeedTerms terms(StaffFacts facts) {
    var skills =
        facts.skills().entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, StaffFacts.Skill>>comparingInt(
                        held -> -held.getValue().worth())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    int must = Math.min(3, skills.size());
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new NeedTerms(
        "An example need",
        facts.roles().stream().sorted().findFirst().orElseThrow(),
        1,
        20,
        skills.subList(0, must).stream()
            .map(held -> new NeedTerms.MustSkill(held.getKey(), held.getValue().level()))
            .toList(),
        skills.subList(must, Math.min(must + 3, skills.size())).stream()
            .map(held -> new NeedTerms.NiceSkill(held.getKey(), 2))
            .toList(),
        List.of(),
        facts.software().stream().sorted().limit(2).toList(),
        List.of(),
        List.of(),
        facts.practiceAreas().keySet().stream().sorted().limit(1).toList(),
        List.of(),
        ZoneId.of("America/New_York"),
        new HoursRow(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9 * 60, 17 * 60),
        0,
        null,
        today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)),
        12);
  }
}
