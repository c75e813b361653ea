package io.casewell.operations;

import io.casewell.calendar.HoursRow;
import io.casewell.calendar.HoursText;
import io.casewell.calendar.WeeklyHours;
import io.casewell.calendar.Zones;
import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.Ids;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Problems;
import io.casewell.platform.Secrets;
import io.casewell.pricing.StaffRate;
import io.casewell.talent.CredentialState;
import io.casewell.talent.HeldCredential;
import io.casewell.talent.ImportedStaff;
import io.casewell.talent.Profile;
import io.casewell.talent.StaffStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line of the staff import and finds everything that is wrong with it. */
@Component
class StaffLineReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final int TEXT_MAX = 200;

  private final Catalogue catalogue;
  private final Secrets secrets;
  private final PartyNames parties;

  StaffLineReader(Catalogue catalogue, Secrets secrets) {
    this.catalogue = catalogue;
    this.secrets = secrets;
    this.parties = new PartyNames(secrets.keyFor("party"));
  }

  StaffLine read(LineBatches.RawLine raw) {
    if (raw.tooLong()) {
      return rejected(raw, "The line is longer than 64 kB.");
    }
    JsonNode node;
    try {
      node = JSON.readTree(text(raw.bytes()));
    } catch (CharacterCodingException _) {
      return rejected(raw, "The line is not text in UTF-8.");
    } catch (JacksonException _) {
      return rejected(raw, "The line is not a JSON object, or names a field twice.");
    }
    return node.isObject()
        ? read(raw.number(), node)
        : rejected(raw, "The line is not a JSON object.");
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static StaffLine rejected(LineBatches.RawLine raw, String sentence) {
    return new StaffLine(raw.number(), null, null, Map.of("", sentence));
  }

  private StaffLine read(long number, JsonNode node) {
    var problems = new Problems();
    var line = new Fields(node, "", problems);
    var externalId = line.text("externalId", TEXT_MAX);
    var name = line.text("name", TEXT_MAX);
    var email = email(line);
    var status = status(line);
    var roles = roles(line);
    var parts = new Parts(line, catalogue);
    var credentials = credentials(line);
    int years = line.number("yearsExperience", 0, Profile.MOST_YEARS, 0);
    var ratings = ratings(line);
    var pastParties = pastParties(line);
    var zone = Zones.region(line.text("zone", 100));
    if (zone.isEmpty()) {
      line.problem("zone", "This must be a time zone such as America/New_York.");
    }
    var rows = line.objects("hours", WeeklyHours.MOST_ROWS, StaffLineReader::row, row -> row);
    int capacity = line.number("capacityHours", 0, WeeklyHours.WEEK);
    int elsewhere = line.number("committedElsewhereHours", 0, WeeklyHours.WEEK, 0);
    int rate = line.number("rateCents", 1, StaffRate.MOST_CENTS);
    var known = externalId.isEmpty() ? null : externalId;
    if (!problems.none()) {
      return new StaffLine(number, known, null, problems.byField());
    }
    var profile =
        new Profile(
            roles,
            parts.skills,
            parts.software,
            parts.jurisdictions,
            parts.practiceAreas,
            parts.languages,
            years);
    var hours = new WeeklyHours(zone.orElse(ZoneOffset.UTC), rows, capacity, elsewhere);
    var digest =
        digest(
            List.of(
                name,
                email,
                status.code(),
                profile.json(),
                credentials.stream().map(StaffLineReader::content).toList(),
                ratings,
                pastParties,
                hours.zone().getId(),
                HoursText.json(rows),
                capacity,
                elsewhere,
                rate));
    var staff =
        new ImportedStaff(
            externalId,
            digest,
            name,
            email,
            status,
            profile,
            credentials,
            ratings.get(0),
            ratings.get(1),
            pastParties.stream().map(this::kept).toList());
    return new StaffLine(
        number, known, new StaffRecord(staff, hours, StaffRate.bill(rate)), Map.of());
  }

  /** The lists of codes, each read against its shelf of the catalogue. */
  private static final class Parts {
    final List<Profile.HeldSkill> skills;
    final List<String> software;
    final List<String> jurisdictions;
    final List<Profile.AreaYears> practiceAreas;
    final List<Profile.Spoken> languages;

    Parts(Fields line, Catalogue catalogue) {
      skills =
          line.objects(
              "skills",
              300,
              one ->
                  new Profile.HeldSkill(
                      one.code("skill", catalogue.skills()::has, "skill"),
                      one.number("level", 1, 5),
                      one.flag("verified")),
              Profile.HeldSkill::skill);
      software = line.codes("software", 100, catalogue.software()::has, "program");
      jurisdictions =
          line.codes("jurisdictions", 60, catalogue.jurisdictions()::has, "jurisdiction");
      practiceAreas =
          line.objects(
              "practiceAreas",
              100,
              one ->
                  new Profile.AreaYears(
                      one.code("area", catalogue.practiceAreas()::has, "practice area"),
                      one.number("years", 0, Profile.MOST_YEARS)),
              Profile.AreaYears::area);
      languages =
          line.objects(
              "languages",
              100,
              one ->
                  new Profile.Spoken(
                      one.code("code", catalogue.languages()::has, "language"),
                      one.number("level", 1, 5)),
              Profile.Spoken::code);
    }
  }

  private static String email(Fields line) {
    var email = line.optionalText("email", 254);
    int at = email.indexOf('@');
    boolean shaped =
        at > 0
            && at == email.lastIndexOf('@')
            && at < email.length() - 1
            && email.codePoints().noneMatch(Character::isWhitespace);
    if (!email.isEmpty() && !shaped) {
      line.problem("email", "This must be an e-mail address.");
    }
    return email;
  }

  private static StaffStatus status(Fields line) {
    var text = line.optionalText("status", 20);
    var status = StaffStatus.of(text.isEmpty() ? "active" : text);
    if (status.isEmpty()) {
      line.problem("status", "This must be active, paused, draft or left.");
    }
    return status.orElse(StaffStatus.DRAFT);
  }

  private static List<Role> roles(Fields line) {
    var known = new ArrayList<Role>();
    var codes = line.codes("roles", 2, code -> Role.of(code).isPresent(), "role");
    codes.forEach(code -> Role.of(code).ifPresent(known::add));
    if (codes.isEmpty()) {
      line.problem("roles", "At least one role is needed: paralegal or case_manager.");
    }
    return known;
  }

  private List<HeldCredential> credentials(Fields line) {
    return line.objects(
        "credentials",
        100,
        one -> {
          var code = one.code("code", catalogue.credentials()::has, "credential");
          var number = one.optionalText("number", HeldCredential.NUMBER_MAX);
          var from = one.date("validFrom");
          var until = one.date("validUntil");
          var state = one.flag("verified") ? CredentialState.VERIFIED : CredentialState.CLAIMED;
          if (from != null && until != null && until.isBefore(from)) {
            one.problem("validUntil", "This lies before the first day.");
            return null;
          }
          return new HeldCredential(Ids.next(), code, number, from, until, state);
        },
        held -> List.of(held.code(), held.number()));
  }

  private static List<String> content(HeldCredential held) {
    return List.of(
        held.code(),
        held.number(),
        String.valueOf(held.validFrom()),
        String.valueOf(held.validUntil()),
        held.state().code());
  }

  private static List<Integer> ratings(Fields line) {
    var ratings = line.object("ratings");
    if (ratings == null) {
      return List.of(0, 0);
    }
    int count = ratings.number("count", 0, 100_000_000);
    int sum = ratings.number("sum", 0, 500_000_000);
    if (sum < count || sum > 5L * count) {
      ratings.problem(
          "sum",
          "The sum of " + count + " ratings lies between " + count + " and " + 5L * count + ".");
    }
    return List.of(count, sum);
  }

  private static List<String> pastParties(Fields line) {
    var names = line.texts("pastParties", 1000, 300);
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty() && PartyNames.normalise(names.get(i)).isEmpty()) {
        line.problem(
            "pastParties[" + i + "]", "This name has no letter or number to compare it by.");
      }
      if (names.get(i).isEmpty()) {
        line.problem("pastParties[" + i + "]", "This is empty.");
      }
    }
    return names;
  }

  private ImportedStaff.PastParty kept(String name) {
    return new ImportedStaff.PastParty(parties.hash(name), parties.trigramHashes(name));
  }

  private static @Nullable HoursRow row(Fields one) {
    var words = one.texts("days", 7, 10);
    var days = new ArrayList<DayOfWeek>();
    for (var word : words) {
      HoursText.day(word).ifPresent(days::add);
    }
    if (words.isEmpty() || days.size() < words.size()) {
      one.problem("days", "These must be days: MON, TUE, WED, THU, FRI, SAT or SUN.");
    }
    var start = minute(one, "start", 24 * 60 - 15);
    var end = minute(one, "end", 24 * 60);
    return days.isEmpty() || start == null || end == null
        ? null
        : new HoursRow(Set.copyOf(days), start, end);
  }

  private static @Nullable Integer minute(Fields one, String field, int latest) {
    var minute = HoursText.minute(one.text(field, 10));
    if (minute.isEmpty() || minute.getAsInt() > latest || minute.getAsInt() % 15 != 0) {
      one.problem(field, "This must be a time on the quarter-hour such as 09:00 or 17:15.");
      return null;
    }
    return minute.getAsInt();
  }

  /** Keyed, since the party names are in it. The first byte of the text is the form's version. */
  private byte[] digest(List<Object> content) {
    return Objects.requireNonNull(
        secrets.mac("staff-import", "1" + JSON.writeValueAsString(content)));
  }
}
