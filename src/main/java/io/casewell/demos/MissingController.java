package io.casewell.demos;

import io.casewell.calendar.Why;
import io.casewell.calendar.Zones;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Says of a time why nobody, or only some, of the pool can be booked then. */
@Controller
class MissingController {
  private final DemoTypes types;
  private final Diary diary;
  private final Tenancy tx;
  private final Clock clock;

  MissingController(DemoTypes types, Diary diary, Tenancy tx, Clock clock) {
    this.types = types;
    this.diary = diary;
    this.tx = tx;
    this.clock = clock;
  }

  @GetMapping("/sales/missing")
  @Access(Who.SALES)
  Mono<Rendering> ask(Form query, SignedIn in) {
    return types
        .all()
        .collectList()
        .flatMap(all -> answered(all, query, in.viewer().zone()))
        .as(tx::transactional);
  }

  private Mono<Rendering> answered(List<DemoType> all, Form query, ZoneId usual) {
    var zone = Zones.region(query.text("zone")).orElse(usual);
    var slug = query.text("type");
    var type =
        all.stream()
            .filter(one -> one.slug().equals(slug))
            .findFirst()
            .orElse(all.isEmpty() ? null : all.getFirst());
    var problems = new Problems();
    var start = start(query, zone, problems);
    if (type == null || start == null || !problems.none()) {
      return Mono.just(page(all, query, zone, null, List.of(), problems));
    }
    return types
        .pool(type.id())
        .flatMap(pool -> diary.why(new Offer(type, pool), start))
        .map(why -> page(all, query, zone, start, why, problems));
  }

  private @Nullable Instant start(Form query, ZoneId zone, Problems problems) {
    if (query.text("day").isEmpty() && query.text("time").isEmpty()) {
      return null;
    }
    try {
      var at =
          LocalDateTime.of(LocalDate.parse(query.text("day")), LocalTime.parse(query.text("time")));
      var today = LocalDate.ofInstant(clock.instant(), zone);
      if (at.toLocalDate().isBefore(today.minusDays(31))
          || at.toLocalDate().isAfter(today.plusDays(400))) {
        problems.add("day", "Choose a day within the next year.");
        return null;
      }
      // in the hour that does not exist, the first moment after it; in the one that comes twice,
      // the first
      return at.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    } catch (DateTimeException _) {
      problems.add("day", "Choose a day and a time.");
      return null;
    }
  }

  private Rendering page(
      List<DemoType> all,
      Form query,
      ZoneId zone,
      @Nullable Instant start,
      List<Why> why,
      Problems problems) {
    var slugs = new LinkedHashMap<String, String>();
    all.forEach(type -> slugs.put(type.slug(), type.name()));
    long free = why.stream().filter(Why::free).count();
    return Rendering.view("demos/missing")
        .modelAttribute("slugs", slugs)
        .modelAttribute("type", query.text("type"))
        .modelAttribute(
            "day",
            query.text("day").isEmpty()
                ? LocalDate.ofInstant(clock.instant(), zone).plusDays(1).toString()
                : query.text("day"))
        .modelAttribute("time", query.text("time").isEmpty() ? "14:00" : query.text("time"))
        .modelAttribute("zone", zone.getId())
        .modelAttribute("zones", Zones.options())
        .modelAttribute("when", start == null ? "" : DemoWords.brief(start, zone))
        .modelAttribute("free", free)
        .modelAttribute("why", words(why))
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  /** Sentence → whether that person is free. */
  private static Map<String, Boolean> words(List<Why> why) {
    var words = new LinkedHashMap<String, Boolean>();
    why.forEach(one -> words.put(one.words(), one.free()));
    return words;
  }
}
