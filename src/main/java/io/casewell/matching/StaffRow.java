package io.casewell.matching;

import io.casewell.calendar.HoursText;
import io.casewell.catalogue.Role;
import io.casewell.platform.FirmId;
import io.casewell.platform.PartyHash;
import io.casewell.platform.StaffId;
import io.casewell.pricing.RateCard;
import io.casewell.pricing.StaffRate;
import io.casewell.talent.Profile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One staff member as the rooms below keep them, read in one go, before it is packed. */
record StaffRow(
    UUID id,
    String status,
    int ratingCount,
    int ratingSum,
    String profile,
    @Nullable String zone,
    @Nullable String hours,
    int capacity,
    int elsewhere,
    @Nullable String rateKind,
    @Nullable Integer rateCents,
    String credentials,
    String commitments,
    UUID[] blocks,
    String parties) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZoneId UNSAID = ZoneId.of("UTC");

  /** Reads many at once, as the staff member concerned, as operations or as the worker. */
  static final String SQL =
      """
      select s.id, s.status, s.rating_count, s.rating_sum, s.profile::text as profile,
        h.zone, h.rows::text as hours,
        coalesce(h.capacity_hours, 0) as capacity,
        coalesce(h.committed_elsewhere_hours, 0) as elsewhere,
        r.kind as rate_kind, r.cents as rate_cents,
        coalesce((select json_agg(json_build_object('code', c.code, 'until', c.valid_until,
            'verified', c.state = 'verified')) from credential c where c.staff = s.id), '[]')::text
          as credentials,
        coalesce((select json_agg(json_build_object('zone', m.zone, 'rows', m.rows,
            'hours', m.hours_per_week, 'from', m.from_date, 'until', m.until_date))
            from commitment m where m.staff = s.id), '[]')::text as commitments,
        array(select firm from blocks_of(s.id)) as blocks,
        coalesce((select string_agg(encode(p.name_hash, 'hex'), ',' order by p.name_hash)
            from past_party p where p.staff = s.id), '') as parties
      from staff s
        left join working_hours h on h.staff = s.id
        left join staff_rate r on r.staff = s.id
      where s.id = any(:ids)
      """;

  /** Whether there is enough to rank by: a rate; everything else may be empty. */
  boolean rankable() {
    return rateKind != null && rateCents != null;
  }

  /** Whether a role is offered, without which there is nothing to be matched for. */
  boolean offersRoles() {
    return !Profile.of(profile).roles().isEmpty();
  }

  /** With this pay where no rate was said, to look at everything else. */
  StaffRow orPaid(int cents) {
    return rankable()
        ? this
        : new StaffRow(
            id,
            status,
            ratingCount,
            ratingSum,
            profile,
            zone,
            hours,
            capacity,
            elsewhere,
            "pay",
            cents,
            credentials,
            commitments,
            blocks,
            parties);
  }

  StaffFacts facts(RateCard card) {
    var said = Profile.of(profile);
    return new StaffFacts(
        new StaffId(id),
        Set.copyOf(said.roles()),
        rates(said, card),
        by(
            said.skills(),
            Profile.HeldSkill::skill,
            s -> new StaffFacts.Skill(s.level(), s.verified())),
        Set.copyOf(said.software()),
        each(credentials, StaffRow::credential),
        Set.copyOf(said.jurisdictions()),
        by(said.practiceAreas(), Profile.AreaYears::area, Profile.AreaYears::years),
        by(said.languages(), Profile.Spoken::code, Profile.Spoken::level),
        said.yearsExperience(),
        zone == null ? UNSAID : ZoneId.of(zone),
        hours == null ? List.of() : HoursText.rows(hours),
        each(commitments, StaffRow::commitment),
        capacity,
        elsewhere,
        ratingCount,
        ratingSum,
        status.equals("active"),
        Arrays.stream(blocks).map(FirmId::new).collect(Collectors.toSet()),
        partyHashes());
  }

  private Map<Role, Integer> rates(Profile said, RateCard card) {
    var rate = new StaffRate(StaffRate.Kind.of(String.valueOf(rateKind)), cents());
    var rates = new EnumMap<Role, Integer>(Role.class);
    for (var role : said.roles()) {
      rates.put(role, card.billCents(role, rate));
    }
    return rates;
  }

  private int cents() {
    return rateCents == null ? 0 : rateCents;
  }

  private Set<PartyHash> partyHashes() {
    return Arrays.stream(parties.split(","))
        .filter(hex -> !hex.isEmpty())
        .map(hex -> PartyHash.of(java.util.HexFormat.of().parseHex(hex)))
        .collect(Collectors.toSet());
  }

  private static StaffFacts.Credential credential(JsonNode node) {
    return new StaffFacts.Credential(
        node.get("code").asString(), date(node.get("until")), node.get("verified").asBoolean());
  }

  private static StaffFacts.Commitment commitment(JsonNode node) {
    var from = date(node.get("from"));
    return new StaffFacts.Commitment(
        ZoneId.of(node.get("zone").asString()),
        HoursText.rows(node.get("rows").toString()),
        node.get("hours").asInt(),
        from == null ? LocalDate.MIN : from,
        date(node.get("until")));
  }

  private static @Nullable LocalDate date(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : LocalDate.parse(node.asString());
  }

  private static <T> List<T> each(String json, Function<JsonNode, T> reading) {
    return StreamSupport.stream(JSON.readTree(json).spliterator(), false).map(reading).toList();
  }

  private static <T, V> Map<String, V> by(
      List<T> list, Function<T, String> key, Function<T, V> value) {
    return list.stream().collect(Collectors.toMap(key, value));
  }
}
