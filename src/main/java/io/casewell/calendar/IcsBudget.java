package io.casewell.calendar;

/** How much work one calendar file may make: steps, and time by the clock on the wall. */
final class IcsBudget {
  /** Enough for a hundred events on every day of 18 months; a tenth of a second of work. */
  static final int STEPS = 120_000;

  private static final long NANOS = 2_000_000_000L;

  private final long begun = System.nanoTime();
  private int left = STEPS;

  /** Takes so many steps, or refuses. */
  void spend(int steps) {
    left -= steps;
    if (left < 0 || System.nanoTime() - begun > NANOS) {
      throw new IcsRefused(
          "That calendar repeats too much to be read: more than a hundred events a day.");
    }
  }
}
