package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The clock the jobs are held to. */
class SteadyClockTest {
  private static final Instant BEGIN = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void countsOnFromTheDatabasesTimeAndKnowsNoOther() {
    // a counter may begin anywhere, below zero too
    var nanos = new AtomicLong(-5_000_000_000L);
    var clock = new SteadyClock(BEGIN, nanos::get);
    assertThat(clock.now()).isEqualTo(BEGIN);
    nanos.addAndGet(Duration.ofMinutes(90).toNanos());
    assertThat(clock.now()).isEqualTo(BEGIN.plus(Duration.ofMinutes(90)));
  }

  @Test
  void goesOnWhereTheCounterWrapsRound() {
    var nanos = new AtomicLong(Long.MAX_VALUE - 10);
    var clock = new SteadyClock(BEGIN, nanos::get);
    nanos.addAndGet(1_000_000_000L);
    assertThat(clock.now()).isEqualTo(BEGIN.plusSeconds(1));
  }
}
