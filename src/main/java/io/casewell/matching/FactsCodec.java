package io.casewell.matching;

import io.casewell.calendar.HoursRow;
import io.casewell.catalogue.Role;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import io.casewell.platform.StaffId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Packs facts into few bytes and back. Equal facts give equal bytes: everything is written sorted.
 * The first byte is the format; a reader takes the current one and the one before it.
 */
public final class FactsCodec {
  /** The format written. */
  public static final int FORMAT = 1;

  private static final Map<String, ZoneId> ZONES = new ConcurrentHashMap<>();

  private FactsCodec() {}

  /** The bytes of these facts. */
  public static byte[] pack(StaffFacts facts) {
    var out = new PackedOutput();
    out.write(FORMAT);
    out.uuid(facts.staff().value());
    out.number(rolesOf(facts));
    for (var role : Role.values()) {
      var rate = facts.billRateCents().get(role);
      if (rate != null) {
        out.number(rate);
      }
    }
    out.number(facts.skills().size());
    for (var slug : sorted(facts.skills().keySet())) {
      var skill = facts.skills().getOrDefault(slug, NONE);
      out.text(slug);
      out.number(skill.level() << 1 | (skill.verified() ? 1 : 0));
    }
    texts(out, facts.software());
    out.number(facts.credentials().size());
    for (var credential : facts.credentials()) {
      out.text(credential.code());
      out.date(credential.validUntil());
      out.number(credential.verified() ? 1 : 0);
    }
    texts(out, facts.jurisdictions());
    numbers(out, facts.practiceAreas());
    numbers(out, facts.languages());
    out.number(facts.yearsExperience());
    out.text(facts.zone().getId());
    rows(out, facts.hours());
    out.number(facts.commitments().size());
    for (var commitment : facts.commitments()) {
      out.text(commitment.zone().getId());
      rows(out, commitment.hours());
      out.number(commitment.hoursPerWeek());
      out.date(commitment.from());
      out.date(commitment.until());
    }
    out.number(facts.capacityHours());
    out.number(facts.committedElsewhereHours());
    out.number(facts.ratingCount());
    out.number(facts.ratingSum());
    out.number(facts.active() ? 1 : 0);
    out.number(facts.blockedFirms().size());
    facts.blockedFirms().stream()
        .map(FirmId::value)
        .sorted(PackedOutput.UNSIGNED)
        .forEach(out::uuid);
    out.number(facts.pastParties().size());
    facts.pastParties().stream()
        .sorted(Comparator.naturalOrder())
        .map(PartyHash::bytes)
        .forEach(out::writeBytes);
    return out.toByteArray();
  }

  /**
   * The facts in these bytes; refuses another format or bytes that do not end where they should.
   */
  public static StaffFacts unpack(byte[] packed) {
    var in = new PackedInput(packed);
    int format = in.read();
    if (format != FORMAT) {
      throw new IllegalArgumentException("facts of format " + format + " cannot be read");
    }
    var staff = new StaffId(in.uuid());
    var rates = new EnumMap<Role, Integer>(Role.class);
    int roles = in.number();
    for (var role : Role.values()) {
      if ((roles & 1 << role.ordinal()) != 0) {
        rates.put(role, in.number());
      }
    }
    var facts =
        new StaffFacts(
            staff,
            rates.keySet(),
            rates,
            skills(in),
            Set.copyOf(list(in, in::text)),
            list(in, () -> new StaffFacts.Credential(in.text(), in.date(), in.number() == 1)),
            Set.copyOf(list(in, in::text)),
            numbers(in),
            numbers(in),
            in.number(),
            zone(in),
            list(in, () -> row(in)),
            list(in, () -> commitment(in)),
            in.number(),
            in.number(),
            in.number(),
            in.number(),
            in.number() == 1,
            Set.copyOf(list(in, () -> new FirmId(in.uuid()))),
            Set.copyOf(list(in, () -> PartyHash.of(in.bytes(PartyHash.BYTES)))));
    in.end();
    return facts;
  }

  private static final StaffFacts.Skill NONE = new StaffFacts.Skill(1, false);

  private static int rolesOf(StaffFacts facts) {
    int bits = 0;
    for (var role : facts.roles()) {
      bits |= 1 << role.ordinal();
    }
    return bits;
  }

  private static Map<String, StaffFacts.Skill> skills(PackedInput in) {
    int size = in.number();
    var skills = HashMap.<String, StaffFacts.Skill>newHashMap(size);
    for (int i = 0; i < size; i++) {
      var slug = in.text();
      int packed = in.number();
      skills.put(slug, new StaffFacts.Skill(packed >> 1, (packed & 1) == 1));
    }
    return skills;
  }

  private static void texts(PackedOutput out, Collection<String> texts) {
    out.number(texts.size());
    sorted(texts).forEach(out::text);
  }

  private static void numbers(PackedOutput out, Map<String, Integer> numbers) {
    out.number(numbers.size());
    for (var key : sorted(numbers.keySet())) {
      out.text(key);
      out.number(numbers.getOrDefault(key, 0));
    }
  }

  private static Map<String, Integer> numbers(PackedInput in) {
    int size = in.number();
    var numbers = HashMap.<String, Integer>newHashMap(size);
    for (int i = 0; i < size; i++) {
      numbers.put(in.text(), in.number());
    }
    return numbers;
  }

  private static void rows(PackedOutput out, List<HoursRow> rows) {
    out.number(rows.size());
    for (var row : rows) {
      out.write(WeeklyHours.days(row));
      out.write(row.startMinute() / 15);
      out.write(row.endMinute() / 15);
    }
  }

  private static HoursRow row(PackedInput in) {
    return new HoursRow(WeeklyHours.days(in.read()), in.read() * 15, in.read() * 15);
  }

  private static StaffFacts.Commitment commitment(PackedInput in) {
    var zone = zone(in);
    var rows = list(in, () -> row(in));
    int hours = in.number();
    return new StaffFacts.Commitment(zone, rows, hours, needed(in.date()), in.date());
  }

  private static LocalDate needed(@Nullable LocalDate date) {
    if (date == null) {
      throw new IllegalArgumentException("packed facts lack a date");
    }
    return date;
  }

  private static ZoneId zone(PackedInput in) {
    return ZONES.computeIfAbsent(in.text(), ZoneId::of);
  }

  private static <T> List<T> list(PackedInput in, Supplier<T> read) {
    int size = in.number();
    var list = new ArrayList<T>(Math.min(size, 64));
    for (int i = 0; i < size; i++) {
      list.add(read.get());
    }
    return list;
  }

  private static List<String> sorted(Collection<String> texts) {
    return texts.stream().sorted().toList();
  }
}
