package io.casewell.calendar;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * By which rules something is booked. All in minutes.
 *
 * @param duration how long it lasts, 1 minute to 24 hours
 * @param interval from one start to the next; 0 is the duration
 * @param offsetStart how long after a round time it starts
 * @param bufferBefore kept free before it
 * @param bufferAfter kept free after it
 * @param minNotice from now to the earliest start
 * @param grid the clock on which starts are round, or null for none
 * @param window how far ahead
 * @param limits the most for each host
 */
public record SlotRules(
    int duration,
    int interval,
    int offsetStart,
    int bufferBefore,
    int bufferAfter,
    int minNotice,
    @Nullable Grid grid,
    BookingWindow window,
    Limits limits) {
  /** Longest that may be booked. */
  public static final int LONGEST = 24 * 60;

  /** Starts lie on the multiples of these minutes of this zone's day. */
  public record Grid(int minutes, ZoneId zone) {
    public Grid {
      if (minutes < 1 || minutes > Span.DAY) {
        throw new IllegalArgumentException("a grid of " + minutes + " minutes");
      }
    }
  }

  public SlotRules {
    interval = interval == 0 ? duration : interval;
    if (duration < 1
        || duration > LONGEST
        || interval < 1
        || interval > LONGEST
        || offsetStart < 0
        || offsetStart > LONGEST
        || bufferBefore < 0
        || bufferBefore > LONGEST
        || bufferAfter < 0
        || bufferAfter > LONGEST
        || minNotice < 0
        || minNotice > 366 * Span.DAY) {
      throw new IllegalArgumentException("rules out of bounds");
    }
  }

  /** So long, on the hour, half or quarter it fits, as far ahead as there are hours. */
  public static SlotRules of(int duration, ZoneId zone) {
    int grid = duration % 60 == 0 ? 60 : duration % 30 == 0 ? 30 : duration % 15 == 0 ? 15 : 5;
    return new SlotRules(
        duration,
        grid,
        0,
        0,
        0,
        0,
        new Grid(grid, zone),
        new BookingWindow.Unlimited(),
        Limits.NONE);
  }

  SlotRules with(BookingWindow other) {
    return new SlotRules(
        duration, interval, offsetStart, bufferBefore, bufferAfter, minNotice, grid, other, limits);
  }
}
