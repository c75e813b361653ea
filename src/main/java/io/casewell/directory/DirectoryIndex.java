package io.casewell.directory;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.matching.FactsFollower;
import io.casewell.matching.StaffFacts;
import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Everybody by what they may be filtered by, a bit for each person under each value: a list with
 * all its counts is a few hundred ands over 12 kB. It follows the same log as matching's index, so
 * every node has it, and a restart makes it anew.
 */
@Component
class DirectoryIndex implements FactsFollower {
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<StaffId, Integer> rows = new HashMap<>();
  private final Map<Facet, Map<String, Bits>> values = new EnumMap<>(Facet.class);
  private final Map<FirmId, Bits> blocked = new HashMap<>();
  private final Map<Integer, List<StaffFacts.Commitment>> promised = new HashMap<>();
  private final Map<Pattern, int[]> shared = new HashMap<>();
  private final Bits active = new Bits();
  private Person[] people = new Person[1024];
  private LocalDate day;

  DirectoryIndex(Clock clock) {
    this.clock = clock;
    this.day = today();
    for (var facet : Facet.values()) {
      values.put(facet, new HashMap<>());
    }
  }

  /** Weekly hours and their zone, which many people have in common. */
  private record Pattern(ZoneId zone, List<HoursRow> hours) {}

  /** What of a person is sorted by and cannot be read off the bits. */
  private record Person(
      StaffId staff, int capacity, int free, int years, int rating, int[] rates, Pattern pattern) {

    Person free(int now) {
      return new Person(staff, capacity, now, years, rating, rates, pattern);
    }
  }

  /**
   * A page of the directory.
   *
   * @param total how many there are in all
   * @param shown the page, in order
   * @param next where the next page begins, or empty
   * @param counts for each facet's value, how many there would be
   */
  record Found(
      int total, List<StaffId> shown, String next, Map<Facet, Map<String, Integer>> counts) {}

  @Override
  public void put(Collection<StaffFacts> changed) {
    lock.writeLock().lock();
    try {
      changed.forEach(this::put);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void put(StaffFacts facts) {
    var known = rows.get(facts.staff());
    int row = known == null ? rows.size() : known;
    if (known == null) {
      rows.put(facts.staff(), row);
      people = row < people.length ? people : Arrays.copyOf(people, 2 * people.length);
    } else {
      forget(row);
    }
    active.set(row, facts.active());
    facts.roles().forEach(role -> mark(Facet.ROLE, role.code(), row));
    facts.skills().keySet().forEach(skill -> mark(Facet.SKILL, skill, row));
    facts.practiceAreas().keySet().forEach(area -> mark(Facet.AREA, area, row));
    facts.jurisdictions().forEach(place -> mark(Facet.PLACE, place, row));
    facts.languages().keySet().forEach(language -> mark(Facet.LANGUAGE, language, row));
    facts.software().forEach(program -> mark(Facet.SOFTWARE, program, row));
    facts.blockedFirms().forEach(firm -> blocked.computeIfAbsent(firm, _ -> new Bits()).set(row));
    if (!facts.commitments().isEmpty()) {
      promised.put(row, facts.commitments());
    }
    int capacity = facts.capacityHours() - facts.committedElsewhereHours();
    people[row] =
        new Person(
            facts.staff(),
            capacity,
            free(capacity, row),
            facts.yearsExperience(),
            facts.ratingCount() == 0 ? 0 : 100 * facts.ratingSum() / facts.ratingCount(),
            rates(facts),
            new Pattern(facts.zone(), facts.hours()));
    markDay(row);
  }

  private static int[] rates(StaffFacts facts) {
    var rates = new int[Role.values().length];
    facts.billRateCents().forEach((role, cents) -> rates[role.ordinal()] = cents);
    return rates;
  }

  private void forget(int row) {
    values.values().forEach(facet -> facet.values().forEach(bits -> bits.clear(row)));
    blocked.values().forEach(bits -> bits.clear(row));
    promised.remove(row);
  }

  private void mark(Facet facet, String value, int row) {
    values
        .computeIfAbsent(facet, _ -> new HashMap<>())
        .computeIfAbsent(value, _ -> new Bits())
        .set(row);
  }

  private int free(int capacity, int row) {
    int taken = 0;
    for (var promise : promised.getOrDefault(row, List.of())) {
      var until = promise.until();
      boolean holds =
          !promise.from().isAfter(day.plusDays(6)) && (until == null || !until.isBefore(day));
      taken += holds ? promise.hoursPerWeek() : 0;
    }
    return Math.max(0, capacity - taken);
  }

  /** What depends on the day: free hours, and shared ones as clocks change. */
  private void markDay(int row) {
    var person = people[row];
    for (int i = 0; i < Wish.hours().size(); i++) {
      var step = Wish.hours().get(i);
      if (person.free() >= Integer.parseInt(step)) {
        mark(Facet.HOURS, step, row);
      }
    }
    var quarters = sharedBy(person.pattern());
    for (var office : Office.values()) {
      for (int step : Office.STEPS) {
        if (quarters[office.ordinal()] >= 4 * step) {
          mark(Facet.OVERLAP, office.code() + "-" + step, row);
        }
      }
    }
  }

  private int[] sharedBy(Pattern pattern) {
    return shared.computeIfAbsent(
        pattern,
        one -> {
          var week = Office.week(one.hours());
          return Arrays.stream(Office.values())
              .mapToInt(office -> office.sharedQuarters(week, one.zone(), day))
              .toArray();
        });
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** At the day's turn what depends on the day is worked out anew. */
  private void turn() {
    var today = today();
    lock.readLock().lock();
    try {
      if (today.equals(day)) {
        return;
      }
    } finally {
      lock.readLock().unlock();
    }
    lock.writeLock().lock();
    try {
      day = today;
      shared.clear();
      for (var facet : List.of(Facet.HOURS, Facet.OVERLAP)) {
        values.getOrDefault(facet, Map.of()).values().forEach(Bits::clear);
      }
      for (int row = 0; row < rows.size(); row++) {
        people[row] = people[row].free(free(people[row].capacity(), row));
        markDay(row);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The people who meet the wish, seen by this firm or by anybody. */
  Found find(Wish wish, @Nullable FirmId firm, int limit) {
    turn();
    lock.readLock().lock();
    try {
      return found(wish, firm, limit);
    } finally {
      lock.readLock().unlock();
    }
  }

  private Found found(Wish wish, @Nullable FirmId firm, int limit) {
    var everybody = active.copy();
    var against = firm == null ? null : blocked.get(firm);
    if (against != null) {
      everybody.andNot(against);
    }
    if (!wish.words().isEmpty()) {
      everybody.clear();
    }
    var meeting = meeting(everybody, wish, null);
    var page = page(meeting, wish, limit);
    boolean more = page.size() > limit;
    var shown = more ? page.subList(0, limit) : page;
    return new Found(
        meeting.count(),
        shown.stream().map(Place::staff).toList(),
        more ? shown.getLast().cursor() : "",
        counts(everybody, meeting, wish));
  }

  /** Those who have everything chosen, one facet left aside. */
  private Bits meeting(Bits everybody, Wish wish, @Nullable Facet aside) {
    var meeting = everybody.copy();
    for (var facet : Facet.values()) {
      if (facet != aside) {
        wish.chosen(facet).forEach(value -> meeting.and(bits(facet, value)));
      }
    }
    return meeting;
  }

  private Bits bits(Facet facet, String value) {
    var bits = values.getOrDefault(facet, Map.of()).get(value);
    return bits == null ? NONE : bits;
  }

  private static final Bits NONE = new Bits();

  private Map<Facet, Map<String, Integer>> counts(Bits everybody, Bits meeting, Wish wish) {
    var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
    for (var facet : Facet.values()) {
      boolean other = facet.single() && !wish.chosen(facet).isEmpty();
      var among = other ? meeting(everybody, wish, facet) : meeting;
      var byValue = new LinkedHashMap<String, Integer>();
      values
          .getOrDefault(facet, Map.of())
          .forEach((value, bits) -> {
            int count = among.countWith(bits);
            if (count > 0) {
              byValue.put(value, count);
            }
          });
      counts.put(facet, byValue);
    }
    return counts;
  }

  /** Somebody's place in the order: the key, the greater first, then the id's random bits. */
  private record Place(int key, StaffId staff) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byKey = Integer.compare(other.key, key);
      if (byKey != 0) {
        return byKey;
      }
      var one = staff.value();
      var two = other.staff.value();
      // not by its time bits: nobody stands higher for having come earlier
      int random =
          Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
      return random != 0 ? random : one.compareTo(two);
    }

    String cursor() {
      return key + "~" + staff;
    }

    static @Nullable Place of(String cursor) {
      int at = cursor.indexOf('~');
      try {
        return at < 0
            ? null
            : new Place(
                Integer.parseInt(cursor.substring(0, at)),
                new StaffId(UUID.fromString(cursor.substring(at + 1))));
      } catch (IllegalArgumentException _) {
        return null;
      }
    }
  }

  /** One more than the page holds, so that it shows whether there is a next one. */
  private List<Place> page(Bits meeting, Wish wish, int limit) {
    var after = Place.of(wish.after());
    var best = new PriorityQueue<Place>(limit + 2, java.util.Comparator.reverseOrder());
    for (int row = meeting.next(0); row >= 0; row = meeting.next(row + 1)) {
      var person = people[row];
      int key = key(person, wish);
      if (best.size() > limit && key < best.peek().key()) {
        continue;
      }
      var place = new Place(key, person.staff());
      if (after == null || place.compareTo(after) > 0) {
        best.add(place);
        if (best.size() > limit + 1) {
          best.poll();
        }
      }
    }
    var page = new ArrayList<>(best);
    page.sort(null);
    return page;
  }

  private int key(Person person, Wish wish) {
    return switch (wish.sort()) {
      case HOURS -> person.free();
      case YEARS -> person.years();
      case RATING -> person.rating();
      case RATE -> -rate(person, wish);
      case OVERLAP -> shared.getOrDefault(person.pattern(), NOTHING)[office(wish).ordinal()];
    };
  }

  private static final int[] NOTHING = new int[Office.values().length];

  private static Office office(Wish wish) {
    return wish.chosen(Facet.OVERLAP).stream()
        .findFirst()
        .flatMap(Office::in)
        .orElse(Office.EASTERN);
  }

  private static int rate(Person person, Wish wish) {
    int lowest = 99_999_999;
    for (var role : Role.values()) {
      int rate = person.rates()[role.ordinal()];
      boolean wanted =
          wish.chosen(Facet.ROLE).isEmpty() || wish.chosen(Facet.ROLE).contains(role.code());
      if (rate > 0 && wanted) {
        lowest = Math.min(lowest, rate);
      }
    }
    return lowest;
  }

  /** Hours a week free from today on, or nothing where nobody active has this id. */
  java.util.OptionalInt freeHours(StaffId staff, @Nullable FirmId firm) {
    turn();
    lock.readLock().lock();
    try {
      var row = rows.get(staff);
      if (row == null || active.next(row) != row) {
        return java.util.OptionalInt.empty();
      }
      var against = firm == null ? null : blocked.get(firm);
      return against != null && against.next(row) == row
          ? java.util.OptionalInt.empty()
          : java.util.OptionalInt.of(people[row].free());
    } finally {
      lock.readLock().unlock();
    }
  }
}
