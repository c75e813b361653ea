package io.casewell.demos;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** When a demo may be booked, for those who are not of this room. */
@Component
public class FreeTimes {
  private final FindSlots findSlots;

  FreeTimes(FindSlots findSlots) {
    this.findSlots = findSlots;
  }

  /** The starts between these at which somebody is free. */
  public Mono<List<Instant>> of(String slug, Instant from, Instant to) {
    return findSlots
        .between(slug, from, to, null)
        .map(found -> found.slots().stream().map(Diary.Slot::start).toList());
  }
}
