package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The times at which a demo may be booked, and who is free then. */
@Component
class FindSlots {
  /** No more at once. */
  static final Duration MOST = Duration.ofDays(62);

  private static final Duration AROUND = Duration.ofDays(7);
  private static final int NEAREST = 6;

  private final DemoTypes types;
  private final Diary diary;
  private final Tenancy tx;
  private final Clock clock;

  FindSlots(DemoTypes types, Diary diary, Tenancy tx, Clock clock) {
    this.types = types;
    this.diary = diary;
    this.tx = tx;
    this.clock = clock;
  }

  /** A type and its free times. */
  record Found(DemoType type, List<Diary.Slot> slots) {}

  /** The free times of an open type between these. */
  Mono<Found> between(String slug, Instant from, Instant to, @Nullable UUID rep) {
    return types
        .bookable(slug)
        .zipWhen(type -> slots(type, from, to, rep))
        .map(both -> new Found(both.getT1(), both.getT2()))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }

  /**
   * The free times to which a demo may be moved, in the running transaction: its own time does not
   * stand in the way of one that overlaps it, but is itself no move.
   */
  Mono<Found> forMoving(Demo demo, Instant from, Instant to, @Nullable UUID rep) {
    return types
        .find(demo.type())
        .zipWhen(type -> slots(type, from, to, rep, Diary.own(demo)))
        .map(both -> new Found(both.getT1(), elsewhere(both.getT2(), demo)));
  }

  private static List<Diary.Slot> elsewhere(List<Diary.Slot> slots, Demo demo) {
    return demo.state().stands()
        ? slots.stream().filter(slot -> !slot.start().equals(demo.start())).toList()
        : slots;
  }

  private Mono<List<Diary.Slot>> slots(
      DemoType type, Instant from, Instant to, @Nullable UUID rep) {
    return slots(type, from, to, rep, List.of());
  }

  private Mono<List<Diary.Slot>> slots(
      DemoType type, Instant from, Instant to, @Nullable UUID rep, List<UUID> except) {
    return types
        .pool(type.id())
        .map(pool -> new Offer(type, pool))
        .map(offer -> rep == null ? offer : offer.with(rep))
        .flatMap(offer -> diary.slots(offer, from, to, except));
  }

  /** The free times nearest to one that was taken. */
  Mono<List<Diary.Slot>> near(String slug, Instant wanted, @Nullable UUID rep) {
    var now = clock.instant();
    var from = wanted.minus(AROUND).isBefore(now) ? now : wanted.minus(AROUND);
    return between(slug, from, from.plus(AROUND).plus(AROUND), rep)
        .map(found -> nearest(found.slots(), wanted));
  }

  static List<Diary.Slot> nearest(List<Diary.Slot> slots, Instant wanted) {
    return slots.stream()
        .sorted(
            Comparator.comparing((Diary.Slot slot) -> Duration.between(wanted, slot.start()).abs())
                .thenComparing(Diary.Slot::start))
        .limit(NEAREST)
        .sorted(Comparator.comparing(Diary.Slot::start))
        .toList();
  }

  /** Refuses what can never be a slot, with a sentence that says why. */
  void refuseImpossible(DemoType type, Instant start, Problems problems) {
    var now = clock.instant();
    if (!start.isAfter(now)) {
      problems.add("start", "That time has passed. Choose a later one.");
    } else if (start.isBefore(now.plus(Duration.ofMinutes(type.terms().noticeMinutes())))) {
      problems.add(
          "start",
          "That is too soon: this demo needs %s of notice."
              .formatted(
                  io.casewell.platform.TimeWords.span(
                      Duration.ofMinutes(type.terms().noticeMinutes()))));
    } else if (start.isAfter(now.plus(Duration.ofDays(type.terms().windowDays() + 1L)))) {
      problems.add(
          "start",
          "That is too far ahead: times are open for the next %d days."
              .formatted(type.terms().windowDays()));
    }
  }

  /** Refuses a stretch that ends before it begins, or is longer than two months. */
  static void refuseImpossible(Instant from, Instant to, Problems problems) {
    if (!to.isAfter(from)) {
      problems.add("to", "The end must lie after the beginning.");
    } else if (Duration.between(from, to).compareTo(MOST) > 0) {
      problems.add("to", "Ask for at most 62 days at once.");
    }
  }

  /** The open type of this name. */
  Mono<DemoType> type(String slug) {
    return types
        .bookable(slug)
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()))
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }
}
