package io.casewell.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists the slots of a team and decides about one: a pure function of rules, hosts and moment. It
 * walks minutes since 1970 in arrays that each thread keeps, so that a call leaves nothing behind
 * but its result.
 *
 * <p>For every maximal free range: from the later of its start and the earliest moment there is
 * notice for, up to the grid, the offset added, then on by interval and offset while the duration
 * fits. A host is free at a start when the whole of it lies in a free range of theirs and of every
 * fixed host.
 */
public final class SlotEngine {
  private static final ThreadLocal<SlotEngine> OF_THREAD = ThreadLocal.withInitial(SlotEngine::new);

  /** How far before a start its range is looked for. */
  private static final int LOOK_BACK = 3 * Span.DAY;

  /** After so many steps every pattern of step and grid has begun anew. */
  private static final int MOST_STEPS = Span.DAY;

  private final FreeTime freeTime = new FreeTime();
  private final Ranges fixed = new Ranges();
  private final Ranges crossed = new Ranges();
  private Ranges[] free = new Ranges[0];
  private LimitBook[] books = new LimitBook[0];
  private long[] bits = new long[0];
  private int[] ranks = new int[0];
  private int[] starts = new int[0];
  private long[] masks = new long[0];

  // of the call
  private SlotRules rules = SlotRules.of(30, java.time.ZoneOffset.UTC);
  private List<SlotHost> hosts = List.of();
  private @Nullable ZoneTable gridClock;
  private int earliest;
  private int windowFrom;
  private int windowTo;
  private boolean rotating;
  private boolean anyFixed;

  private SlotEngine() {}

  /**
   * The slots between two moments; each ends by the second.
   *
   * @param hosts whose bits stand at their places in this list
   */
  public static SlotList slots(
      SlotRules rules, List<SlotHost> hosts, Instant now, Instant from, Instant to) {
    var engine = OF_THREAD.get();
    int first = ceil(from);
    int last = floor(to);
    engine.begin(rules, hosts, now);
    return engine.list(first, last);
  }

  /**
   * Decides about one start: the places of the hosts who are free for it, empty when it cannot be
   * booked. What was listed a moment ago can be booked while its hosts are free: where now, and not
   * somebody's hours, begins the range, what an earlier moment led to counts as listed, too.
   */
  public static List<Integer> at(
      SlotRules rules, List<SlotHost> hosts, Instant now, Instant start) {
    if (start.getEpochSecond() % 60 != 0 || start.getNano() != 0) {
      return List.of();
    }
    var engine = OF_THREAD.get();
    int minute = floor(start);
    engine.begin(rules, hosts, now);
    return engine.decide(minute);
  }

  /** When a host works between two moments, taken or not: starts and ends in turn. */
  public static List<Instant> windows(HostHours hours, Instant from, Instant to) {
    var engine = OF_THREAD.get();
    var windows = engine.freeTime.windows(hours, ceil(from), floor(to));
    var all = new Instant[2 * windows.size];
    for (int i = 0; i < windows.size; i++) {
      all[2 * i] = instant(windows.from[i]);
      all[2 * i + 1] = instant(windows.to[i]);
    }
    return List.of(all);
  }

  /**
   * The slots of a team whose free ranges are known: each host's starts and ends in turn.
   *
   * @param fixedHosts whether the host at a place is fixed
   */
  static SlotList ofRanges(
      SlotRules rules, List<int[]> ranges, IntPredicate fixedHosts, int earliest) {
    var engine = OF_THREAD.get();
    engine.follow(rules);
    engine.earliest = earliest;
    engine.windowFrom = Integer.MIN_VALUE;
    engine.windowTo = Integer.MAX_VALUE;
    engine.room(ranges.size());
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int h = 0; h < ranges.size(); h++) {
      var its = engine.free[h];
      its.clear();
      var host = ranges.get(h);
      for (int i = 0; i < host.length; i += 2) {
        its.add(host[i], host[i + 1]);
        first = Math.min(first, host[i]);
        last = Math.max(last, host[i + 1]);
      }
      its.merge();
      engine.books[h].clear();
    }
    return last < first
        ? new SlotList(new int[0], new long[0], 1, new int[0])
        : engine.combine(ranges.size(), fixedHosts, first, last);
  }

  static int floor(Instant at) {
    return Math.toIntExact(Math.floorDiv(at.getEpochSecond(), 60L));
  }

  static int ceil(Instant at) {
    long seconds = at.getEpochSecond() + (at.getNano() > 0 ? 1 : 0);
    return Math.toIntExact(-Math.floorDiv(-seconds, 60L));
  }

  static Instant instant(int minute) {
    return Instant.ofEpochSecond(60L * minute);
  }

  private void begin(SlotRules its, List<SlotHost> team, Instant now) {
    follow(its);
    hosts = team;
    earliest = ceil(now) + rules.minNotice();
    windowFrom = Integer.MIN_VALUE;
    windowTo = Integer.MAX_VALUE;
    room(team.size());
    switch (rules.window()) {
      case BookingWindow.Unlimited() -> {}
      case BookingWindow.Rolling(var days, var business, var zone) -> {
        var today = LocalDate.ofInstant(now, zone);
        var last = business ? BookingWindow.businessDays(today, days) : today.plusDays(days);
        windowTo = midnight(last.plusDays(1), zone);
      }
      case BookingWindow.Range(var from, var to, var zone) -> {
        windowFrom = midnight(from, zone);
        windowTo = midnight(to.plusDays(1), zone);
      }
      case BookingWindow.RollingBookable bookable -> windowTo = endOf(bookable, now);
    }
  }

  private void follow(SlotRules its) {
    rules = its;
    var grid = its.grid();
    gridClock = grid == null ? null : ZoneTable.of(grid.zone());
  }

  private static int midnight(LocalDate day, java.time.ZoneId zone) {
    return ZoneTable.of(zone).instant(Math.toIntExact(day.toEpochDay()) * Span.DAY);
  }

  /** Looks for the days that have slots first, as if there were no window. */
  private int endOf(BookingWindow.RollingBookable window, Instant now) {
    var today = LocalDate.ofInstant(now, window.zone());
    int from = midnight(today, window.zone());
    int to = midnight(today.plusDays(BookingWindow.MOST_DAYS), window.zone());
    var clock = ZoneTable.of(window.zone());
    int firstDay = Math.toIntExact(today.toEpochDay());
    var open = new boolean[BookingWindow.MOST_DAYS + 1];
    // hours may begin on the day before
    var listed = list(from - LOOK_BACK, to + Span.DAY);
    for (int i = 0; i < listed.size(); i++) {
      int day = clock.day(listed.minute(i)) - firstDay;
      if (day >= 0 && day < open.length) {
        open[day] = true;
      }
    }
    var end =
        BookingWindow.lastOf(
            today,
            window.days(),
            window.businessDays(),
            day -> open[Math.toIntExact(day.toEpochDay()) - firstDay],
            BookingWindow.MOST_DAYS);
    return midnight(end.plusDays(1), window.zone());
  }

  private void room(int size) {
    if (free.length < size) {
      int old = free.length;
      free = Arrays.copyOf(free, size);
      books = Arrays.copyOf(books, size);
      for (int i = old; i < size; i++) {
        free[i] = new Ranges();
        books[i] = new LimitBook();
      }
    }
  }

  private SlotList list(int from, int to) {
    if (to <= from) {
      return new SlotList(new int[0], new long[0], 1, new int[0]);
    }
    for (int h = 0; h < hosts.size(); h++) {
      freeTime(h, from, to);
    }
    return combine(hosts.size(), h -> hosts.get(h).fixed(), from, to);
  }

  private void freeTime(int h, int from, int to) {
    var host = hosts.get(h);
    freeTime.of(host, rules, from, to, free[h]);
    books[h].open(rules, host, from, to);
  }

  private SlotList combine(int size, IntPredicate fixedHosts, int from, int to) {
    int found = search(size, fixedHosts, from, to);
    if (found == 0) {
      return new SlotList(new int[0], new long[0], 1, new int[0]);
    }
    int words = (size + 63) / 64;
    fill(size, fixedHosts, found, words, from);
    return result(size, fixedHosts, found, words);
  }

  /** Puts the free ranges of those who rotate into the fixed ones', and finds every start. */
  private int search(int size, IntPredicate fixedHosts, int from, int to) {
    rotating = false;
    anyFixed = false;
    fixed.clear();
    for (int h = 0; h < size; h++) {
      if (fixedHosts.test(h)) {
        if (anyFixed) {
          crossed.intersection(fixed, free[h]);
          fixed.copy(crossed);
        } else {
          fixed.copy(free[h]);
        }
        anyFixed = true;
      } else {
        rotating = true;
      }
    }
    int length = (to - from + 63) / 64 + 1;
    if (bits.length < length) {
      bits = new long[length];
    } else {
      Arrays.fill(bits, 0, length, 0);
    }
    for (int h = 0; h < size; h++) {
      if (!fixedHosts.test(h)) {
        if (anyFixed) {
          crossed.intersection(fixed, free[h]);
          free[h].copy(crossed);
        }
        mark(free[h], from);
      }
    }
    if (!rotating) {
      mark(fixed, from);
    }
    cut(length, from);
    return collect(length, from);
  }

  /** Marks the starts that a row of free ranges gives. */
  private void mark(Ranges ranges, int from) {
    int duration = rules.duration();
    int step = rules.interval() + rules.offsetStart();
    var grid = rules.grid();
    var clock = gridClock;
    int round = grid == null ? 1 : grid.minutes();
    // a step that divides the day may count from any midnight, so from 1970's
    boolean even = Span.DAY % round == 0;
    int offset = 0;
    int until = Integer.MIN_VALUE;
    for (int i = 0; i < ranges.size; i++) {
      int end = ranges.to[i];
      int start = Math.max(ranges.from[i], earliest);
      if (start + duration > end) {
        continue;
      }
      if (clock != null) {
        if (start >= until) {
          int n = clock.index(start);
          offset = clock.offset(n);
          until = clock.until(n);
        }
        int next = even ? start + Math.floorMod(-(start + offset), round) : until;
        start = next < until ? next : clock.roundUp(start, round);
      }
      for (int at = start + rules.offsetStart(); at + duration <= end; at += step) {
        int place = at - from;
        bits[place >> 6] |= 1L << place;
      }
    }
  }

  /** Takes away the starts outside the window. */
  private void cut(int length, int from) {
    if (windowFrom > from) {
      clear(0, Math.min(windowFrom - from, 64 * length));
    }
    if (windowTo < from + 64 * length) {
      clear(Math.max(windowTo - from, 0), 64 * length);
    }
  }

  private void clear(int first, int end) {
    for (int place = first; place < end; place = (place | 63) + 1) {
      long kept = (1L << place) - 1;
      bits[place >> 6] &= end - (place & ~63) < 64 ? kept | -1L << end : kept;
    }
  }

  /** Lists the marked starts, and how many lie before each word of marks. */
  private int collect(int length, int from) {
    if (ranks.length < length) {
      ranks = new int[length];
    }
    int found = 0;
    for (int word = 0; word < length; word++) {
      ranks[word] = found;
      found += Long.bitCount(bits[word]);
    }
    if (starts.length < found) {
      starts = new int[Math.max(found, 2 * starts.length)];
    }
    int n = 0;
    for (int word = 0; word < length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        starts[n++] = from + (word << 6) + Long.numberOfTrailingZeros(rest);
      }
    }
    return n;
  }

  /** How many starts lie before a place. */
  private int before(int place) {
    return ranks[place >> 6] + Long.bitCount(bits[place >> 6] & (1L << place) - 1);
  }

  private void fill(int size, IntPredicate fixedHosts, int found, int words, int from) {
    if (masks.length < found * words) {
      masks = new long[Math.max(found * words, 2 * masks.length)];
    } else {
      Arrays.fill(masks, 0, found * words, 0);
    }
    for (int h = 0; h < size; h++) {
      var ranges = fixedHosts.test(h) ? fixed : free[h];
      fill(h, ranges, found, words, from);
    }
  }

  private void fill(int h, Ranges ranges, int found, int words, int from) {
    int duration = rules.duration();
    long bit = 1L << h;
    int word = h >> 6;
    var book = books[h];
    boolean limited = book.limits();
    for (int i = 0; i < ranges.size; i++) {
      int begin = ranges.from[i];
      int last = ranges.to[i] - duration;
      boolean apiece = limited && !book.oneDay(begin, last);
      if (last < begin || (limited && !apiece && !book.open(begin))) {
        continue;
      }
      for (int n = before(begin - from); n < found && starts[n] <= last; n++) {
        if (!apiece || book.open(starts[n])) {
          masks[n * words + word] |= bit;
        }
      }
    }
  }

  /**
   * Keeps the starts at which every fixed host and, where there are any, one who rotates is free.
   */
  private SlotList result(int size, IntPredicate fixedHosts, int found, int words) {
    int kept = 0;
    for (int n = 0; n < found; n++) {
      if (bookable(size, fixedHosts, n, words)) {
        starts[kept] = starts[n];
        for (int word = 0; word < words; word++) {
          masks[kept * words + word] = masks[n * words + word];
        }
        kept++;
      }
    }
    var free = new int[kept];
    int fixedCount = 0;
    for (int h = 0; anyFixed && h < size; h++) {
      fixedCount += fixedHosts.test(h) ? 1 : 0;
    }
    for (int n = 0; n < kept; n++) {
      int bits = 0;
      for (int word = 0; word < words; word++) {
        bits += Long.bitCount(masks[n * words + word]);
      }
      free[n] = rotating ? bits - fixedCount : 1;
    }
    return new SlotList(
        Arrays.copyOf(starts, kept), Arrays.copyOf(masks, kept * words), words, free);
  }

  private boolean bookable(int size, IntPredicate fixedHosts, int n, int words) {
    long any = 0;
    for (int word = 0; word < words; word++) {
      any |= masks[n * words + word];
    }
    if (any == 0 || !anyFixed) {
      return any != 0;
    }
    boolean one = !rotating;
    for (int h = 0; h < size; h++) {
      boolean here = (masks[n * words + (h >> 6)] >>> h & 1) != 0;
      if (fixedHosts.test(h)) {
        if (!here) {
          return false;
        }
      } else {
        one |= here;
      }
    }
    return one;
  }

  private List<Integer> decide(int start) {
    int end = start + rules.duration();
    if (start < earliest || start < windowFrom || start >= windowTo) {
      return List.of();
    }
    int from = start - LOOK_BACK;
    int to = end + Span.DAY;
    for (int h = 0; h < hosts.size(); h++) {
      freeTime(h, from, to);
    }
    IntPredicate fixedHosts = h -> hosts.get(h).fixed();
    search(hosts.size(), fixedHosts, from, to);
    int place = start - from;
    boolean listed = (bits[place >> 6] >>> place & 1) != 0;
    if (!listed && !wasListed(start, end, fixedHosts, from)) {
      return List.of();
    }
    int length = (to - from + 63) / 64 + 1;
    Arrays.fill(bits, 0, length, 0);
    bits[place >> 6] = 1L << place;
    collect(length, from);
    int words = (hosts.size() + 63) / 64;
    fill(hosts.size(), fixedHosts, 1, words, from);
    var one = result(hosts.size(), fixedHosts, 1, words);
    return one.isEmpty() ? List.of() : one.hosts(0);
  }

  /** In a range whose beginning is not somebody's hours but now, or too long ago. */
  private boolean wasListed(int start, int end, IntPredicate fixedHosts, int from) {
    boolean was = !rotating && wasListed(fixed, start, end, from);
    for (int h = 0; rotating && !was && h < hosts.size(); h++) {
      was = !fixedHosts.test(h) && wasListed(free[h], start, end, from);
    }
    return was;
  }

  /** Whether an earlier moment in such a range led here: some steps ago there is a round time. */
  private boolean wasListed(Ranges ranges, int start, int end, int from) {
    int i = ranges.holding(start);
    boolean cut = i >= 0 && (ranges.from[i] < earliest || ranges.from[i] == from);
    if (!cut || end > ranges.to[i]) {
      return false;
    }
    var grid = rules.grid();
    int step = rules.interval() + rules.offsetStart();
    int first = ranges.from[i] == from ? start - MOST_STEPS * step : ranges.from[i];
    for (int at = start - rules.offsetStart(); at >= first; at -= step) {
      if (grid == null || ZoneTable.of(grid.zone()).roundUp(at, grid.minutes()) == at) {
        return true;
      }
    }
    return false;
  }
}
