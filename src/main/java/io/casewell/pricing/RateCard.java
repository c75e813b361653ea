package io.casewell.pricing;

import io.casewell.catalogue.Role;
import java.util.Map;

/**
 * What turns a pay rate into a bill rate and back, by role. Whole cents throughout.
 *
 * @param version counts up from 1
 * @param lines one for each role
 */
public record RateCard(int version, Map<Role, Line> lines) {
  private static final long WHOLE = 10_000;

  /**
   * The part of one role.
   *
   * @param markupBasisPoints the bill rate in ten-thousandths of the pay rate, 10,000 to 50,000
   * @param floorCents no derived bill rate is lower, 0 to 100,000 cents an hour
   */
  public record Line(int markupBasisPoints, int floorCents) {
    public Line {
      if (markupBasisPoints < 10_000
          || markupBasisPoints > 50_000
          || floorCents < 0
          || floorCents > 100_000) {
        throw new IllegalArgumentException("a line of the rate card out of bounds");
      }
    }
  }

  public RateCard {
    lines = Map.copyOf(lines);
    for (var role : Role.values()) {
      if (!lines.containsKey(role)) {
        throw new IllegalArgumentException("the rate card has no line for " + role);
      }
    }
  }

  /** The line of this role. */
  public Line line(Role role) {
    var line = lines.get(role);
    if (line == null) {
      throw new IllegalStateException("no line for " + role);
    }
    return line;
  }

  /**
   * What a firm is billed an hour: an imported bill rate exactly as given, otherwise the pay rate
   * times the markup, rounded up, and not below the floor.
   */
  public int billCents(Role role, StaffRate rate) {
    return switch (rate.kind()) {
      case BILL -> rate.cents();
      case PAY -> {
        var line = line(role);
        long marked = Math.ceilDiv(rate.cents() * (long) line.markupBasisPoints(), WHOLE);
        yield Math.toIntExact(Math.max(line.floorCents(), marked));
      }
    };
  }

  /**
   * What the staff member is paid an hour: a pay rate exactly as given, otherwise the bill rate
   * divided by the markup, rounded down.
   */
  public int payCents(Role role, StaffRate rate) {
    return switch (rate.kind()) {
      case PAY -> rate.cents();
      case BILL ->
          Math.toIntExact(
              Math.floorDiv(rate.cents() * WHOLE, (long) line(role).markupBasisPoints()));
    };
  }
}
