package io.casewell.matching;

import io.casewell.catalogue.Role;
import io.casewell.platform.StaffId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Up to 512 staff members in columns, so that a need is held against all of them at once. It is
 * written only before readers see it; a change makes a successor that shares what did not change.
 */
final class Block {
  static final int SIZE = 512;

  /** What skills are worth, in steps of 5 that all of it is a multiple of. */
  final Columns skills;

  final Columns software;
  final Columns jurisdictions;
  final Columns practiceAreas;
  final Columns languages;
  final DayColumns credentials;

  /** For each role: the last days of the two counting credentials that are valid longest. */
  final int[][] latest;

  final int[][] secondLatest;

  /** Bits of the roles offered; 0 marks a vacant row. */
  final byte[] roles;

  final boolean[] active;
  final int[][] rates;

  /** Capacity less what is declared as taken elsewhere. */
  final int[] freeHours;

  /** Points that no need changes: experience and ratings. */
  final short[] steadyPoints;

  /** The number of the weekly hours. */
  final int[] hours;

  private final Promises[] promises;
  private Promises.ByRow promised = Promises.ByRow.NONE;

  final int[] @Nullable [] blocked;
  final int[] @Nullable [] parties;
  final long[] idHigh;
  final long[] idLow;
  private final byte[] @Nullable [] packed;

  Block() {
    skills = new Columns();
    software = new Columns();
    jurisdictions = new Columns();
    practiceAreas = new Columns();
    languages = new Columns();
    credentials = new DayColumns();
    latest = new int[Role.values().length][SIZE];
    secondLatest = new int[Role.values().length][SIZE];
    roles = new byte[SIZE];
    active = new boolean[SIZE];
    rates = new int[Role.values().length][SIZE];
    freeHours = new int[SIZE];
    steadyPoints = new short[SIZE];
    hours = new int[SIZE];
    promises = new Promises[SIZE];
    Arrays.fill(promises, Promises.NONE);
    blocked = new int[SIZE][];
    parties = new int[SIZE][];
    idHigh = new long[SIZE];
    idLow = new long[SIZE];
    packed = new byte[SIZE][];
  }

  /** A successor, to be changed before anybody reads it. */
  Block(Block before) {
    skills = new Columns(before.skills);
    software = new Columns(before.software);
    jurisdictions = new Columns(before.jurisdictions);
    practiceAreas = new Columns(before.practiceAreas);
    languages = new Columns(before.languages);
    credentials = new DayColumns(before.credentials);
    latest = copy(before.latest);
    secondLatest = copy(before.secondLatest);
    roles = before.roles.clone();
    active = before.active.clone();
    rates = copy(before.rates);
    freeHours = before.freeHours.clone();
    steadyPoints = before.steadyPoints.clone();
    hours = before.hours.clone();
    promises = before.promises.clone();
    blocked = before.blocked.clone();
    parties = before.parties.clone();
    idHigh = before.idHigh.clone();
    idLow = before.idLow.clone();
    packed = before.packed.clone();
  }

  /** Puts a staff member into a row, in place of whoever was there. */
  void put(int row, StaffFacts facts, byte[] bytes, Vocabulary words, Engine engine) {
    clear(row);
    packed[row] = bytes;
    idHigh[row] = facts.staff().value().getMostSignificantBits();
    idLow[row] = facts.staff().value().getLeastSignificantBits();
    for (var role : Role.values()) {
      roles[row] |= (byte) (facts.roles().contains(role) ? roleBit(role) : 0);
      rates[role.ordinal()][row] = facts.billRate(role);
    }
    active[row] = facts.active();
    freeHours[row] = facts.capacityHours() - facts.committedElsewhereHours();
    steadyPoints[row] =
        (short)
            (Points.experience(facts.yearsExperience())
                + Points.track(facts.ratingCount(), facts.ratingSum()));
    hours[row] = words.hours.add(facts.zone(), WeeklyHours.bits(facts.hours()));
    promises[row] = Promises.of(facts.commitments());
    blocked[row] = numbers(facts.blockedFirms(), words.firms);
    parties[row] = numbers(facts.pastParties(), words.parties);
    facts
        .skills()
        .forEach((slug, skill) -> skills.set(words.skills.add(slug), row, skill.worth() / 5));
    mark(software, facts.software(), words.software, row);
    mark(jurisdictions, facts.jurisdictions(), words.jurisdictions, row);
    facts
        .practiceAreas()
        .forEach((slug, years) ->
            practiceAreas.set(words.practiceAreas.add(slug), row, Points.practiceYears(years)));
    facts.languages().forEach((l, level) -> languages.set(words.languages.add(l), row, level));
    for (var credential : facts.credentials()) {
      if (credential.verified()) {
        int number = words.credentials.add(credential.code());
        credentials.raise(number, row, credential.lastEpochDay());
      }
    }
    for (var role : Role.values()) {
      putLatest(row, role, engine.latestCounting(role, facts));
    }
  }

  private void putLatest(int row, Role role, List<Long> days) {
    latest[role.ordinal()][row] = days.isEmpty() ? 0 : DayColumns.day(days.get(0));
    secondLatest[role.ordinal()][row] = days.size() < 2 ? 0 : DayColumns.day(days.get(1));
  }

  /** Empties a row. */
  void clear(int row) {
    packed[row] = null;
    roles[row] = 0;
    active[row] = false;
    promises[row] = Promises.NONE;
    blocked[row] = null;
    parties[row] = null;
    skills.clear(row);
    software.clear(row);
    jurisdictions.clear(row);
    practiceAreas.clear(row);
    languages.clear(row);
    credentials.clear(row);
  }

  /** Puts together what readers read in a row; called last, before they see the block. */
  void settle() {
    promised = new Promises.ByRow(promises);
  }

  /** The promises of those who have any. */
  Promises.ByRow promised() {
    return promised;
  }

  /** Whether this row holds this staff member. */
  boolean holds(int row, StaffId staff) {
    return packed[row] != null && staff(row).equals(staff);
  }

  StaffId staff(int row) {
    return new StaffId(new UUID(idHigh[row], idLow[row]));
  }

  /** All that is known of the staff member in this row. */
  StaffFacts facts(int row) {
    var bytes = packed[row];
    if (bytes == null) {
      throw new IllegalArgumentException("nobody is in row " + row);
    }
    return FactsCodec.unpack(bytes);
  }

  static int roleBit(Role role) {
    return 1 << role.ordinal();
  }

  private static int[][] copy(int[][] columns) {
    var copy = columns.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i].clone();
    }
    return copy;
  }

  private static void mark(
      Columns columns, Collection<String> values, Interned<String> numbers, int row) {
    for (var value : values) {
      columns.set(numbers.add(value), row, 1);
    }
  }

  private static <T> int @Nullable [] numbers(Collection<T> values, Interned<T> numbers) {
    if (values.isEmpty()) {
      return null;
    }
    var found = new int[values.size()];
    int i = 0;
    for (var value : values) {
      found[i++] = numbers.add(value);
    }
    return found;
  }
}
