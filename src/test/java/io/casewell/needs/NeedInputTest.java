package io.casewell.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.JsonBody;
import io.casewell.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class NeedInputTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonBody READER = new JsonBody(JSON);
  private static final Catalogue CATALOGUE = new Catalogue();
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  static final String WHOLE =
      """
      {"title":"Discovery support","role":"paralegal","seats":1,"hoursPerWeek":20,
       "mustSkills":[{"skill":"legal-research","minLevel":4}],
       "niceSkills":[{"skill":"cite-checking","weight":3}],
       "mustSoftware":["clio"],"niceSoftware":["westlaw"],
       "credentials":[["NALA-CP","NFPA-RP"]],"jurisdictions":["CA"],
       "practiceAreas":["personal-injury"],"languages":[{"code":"en","minLevel":5}],
       "window":{"zone":"America/New_York","days":["MON","TUE"],"start":"09:00","end":"17:00"},
       "minOverlapMinutes":600,"rateCapCents":5500,"startDate":"2026-12-07","weeks":12,
       "parties":["Acme Corp."]}
      """;

  private static NeedInput read(JsonNode body) {
    return NeedInput.read(body, CATALOGUE, TODAY, null);
  }

  private static ObjectNode whole() {
    return (ObjectNode)
        READER.object(WHOLE.getBytes(java.nio.charset.StandardCharsets.UTF_8), "a need");
  }

  /** Puts the value, itself JSON, at the path; an empty value takes the field out. */
  private static ObjectNode with(String path, String value) {
    var body = whole();
    var steps = List.of(path.split("[.\\[\\]]+"));
    JsonNode at = body;
    for (var step : steps.subList(0, steps.size() - 1)) {
      at = at.isArray() ? at.get(Integer.parseInt(step)) : at.path(step);
    }
    var last = steps.getLast();
    if (value == null) {
      ((ObjectNode) at).remove(last);
    } else {
      var tree =
          READER
              .object(
                  ("{\"it\":" + value + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                  "one value")
              .get("it");
      if (at instanceof ObjectNode object) {
        object.set(last, tree);
      } else {
        ((tools.jackson.databind.node.ArrayNode) at).set(Integer.parseInt(last), tree);
      }
    }
    return body;
  }

  @Test
  void readsEveryField() {
    var input = read(whole());
    var terms = input.terms();
    assertThat(terms.title()).isEqualTo("Discovery support");
    assertThat(terms.mustSkills()).containsExactly(new NeedTerms.MustSkill("legal-research", 4));
    assertThat(terms.credentials()).containsExactly(List.of("NALA-CP", "NFPA-RP"));
    assertThat(terms.window().minutesADay()).isEqualTo(480);
    assertThat(terms.minOverlapMinutes()).isEqualTo(600);
    assertThat(terms.rateCapCents()).isEqualTo(5500);
    assertThat(terms.lastDay()).isEqualTo(LocalDate.parse("2027-02-28"));
    assertThat(input.parties()).containsExactly("Acme Corp.");
  }

  @Test
  void keepsWhatItReads() {
    var terms = read(whole()).terms();
    var kept = JSON.writeValueAsString(NeedBody.of(terms));
    assertThat(JSON.readValue(kept, NeedBody.class).terms()).isEqualTo(terms);
  }

  @Test
  void takesMissingListsAsEmptyAndHalfTheHoursAsOverlap() {
    var body = whole();
    body.remove(
        List.of(
            "mustSkills",
            "niceSkills",
            "mustSoftware",
            "niceSoftware",
            "credentials",
            "jurisdictions",
            "practiceAreas",
            "languages",
            "minOverlapMinutes",
            "rateCapCents",
            "parties"));
    var input = read(body);
    assertThat(input.terms().mustSkills()).isEmpty();
    assertThat(input.terms().credentials()).isEmpty();
    assertThat(input.terms().minOverlapMinutes()).isEqualTo(600);
    assertThat(input.terms().rateCapCents()).isNull();
    assertThat(input.parties()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          title | "x"
          title | "Anwältin für Œuvre 𝕳 👩‍⚖️ ‏عربي"
          seats | 50
          hoursPerWeek | 168
          weeks | 260
          mustSkills | null
          mustSkills | []
          rateCapCents | null
          rateCapCents | 1
          minOverlapMinutes | 0
          minOverlapMinutes | null
          window.end | "24:00"
          window.end | "00:00"
          window.end | "09:00"
          window.end | "08:45"
          window.start | "00:00"
          window.start | "02:30"
          window.days | ["SUN","SAT","FRI","THU","WED","TUE","MON"]
          window.zone | "America/Argentina/Buenos_Aires"
          window.zone | "Asia/Kolkata"
          window.zone | "US/Pacific"
          window.zone | "UTC"
          startDate | "2026-11-16"
          startDate | "2028-02-29"
          startDate | "2029-11-23"
          role | "case_manager"
          parties | []
          parties | ["Acme Corp.","Acme Corporation","ß & Co."]
          firm | "0190a1b2-0000-7000-8000-000000000000"
          state | "closed"
          id | 7
          createdAt | "1999-01-01"
          """)
  void takes(String path, String value) {
    assertThat(read(with(path, value))).as("%s = %s", path, value).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          title | | title
          title | null | title
          title | "" | title
          title | "  \\u200b " | title
          title | 7 | title
          title | ["x"] | title
          title | "a\\u0000b" | title
          title | "a\\ud800b" | title
          role | | role
          role | "both" | role
          role | "PARALEGAL" | role
          role | 1 | role
          seats | | seats
          seats | 0 | seats
          seats | -1 | seats
          seats | 51 | seats
          seats | "1" | seats
          seats | 1.0 | seats
          seats | 1e1 | seats
          hoursPerWeek | 0 | hoursPerWeek
          hoursPerWeek | 169 | hoursPerWeek
          hoursPerWeek | 5.5 | hoursPerWeek
          hoursPerWeek | 1e3 | hoursPerWeek
          hoursPerWeek | 1e18 | hoursPerWeek
          hoursPerWeek | 1000000000000000000 | hoursPerWeek
          hoursPerWeek | 99999999999999999999999999 | hoursPerWeek
          hoursPerWeek | NaN | hoursPerWeek
          hoursPerWeek | Infinity | hoursPerWeek
          hoursPerWeek | "20" | hoursPerWeek
          hoursPerWeek | true | hoursPerWeek
          hoursPerWeek | {} | hoursPerWeek
          hoursPerWeek | null | hoursPerWeek
          weeks | 0 | weeks
          weeks | 261 | weeks
          weeks | | weeks
          rateCapCents | 0 | rateCapCents
          rateCapCents | -5 | rateCapCents
          rateCapCents | 45.5 | rateCapCents
          rateCapCents | "4500" | rateCapCents
          rateCapCents | 1000001 | rateCapCents
          minOverlapMinutes | -1 | minOverlapMinutes
          minOverlapMinutes | 10081 | minOverlapMinutes
          minOverlapMinutes | "600" | minOverlapMinutes
          mustSkills | {} | mustSkills
          mustSkills | "legal-research" | mustSkills
          mustSkills | ["legal-research"] | mustSkills[0]
          mustSkills[0].skill | "telepathy" | mustSkills[0].skill
          mustSkills[0].skill | | mustSkills[0].skill
          mustSkills[0].minLevel | 0 | mustSkills[0].minLevel
          mustSkills[0].minLevel | 6 | mustSkills[0].minLevel
          mustSkills[0].minLevel | | mustSkills[0].minLevel
          mustSkills[0].minLevel | "4" | mustSkills[0].minLevel
          mustSkills | [{"skill":"legal-research","minLevel":1},{"skill":"legal-research","minLevel":2}] | mustSkills[1].skill
          niceSkills[0].weight | 4 | niceSkills[0].weight
          niceSkills[0].weight | 0 | niceSkills[0].weight
          niceSkills | [{"skill":"cite-checking","weight":1},{"skill":"cite-checking","weight":1}] | niceSkills[1].skill
          mustSoftware | ["clio","clio"] | mustSoftware[1]
          mustSoftware | ["word-perfect-9"] | mustSoftware[0]
          mustSoftware | [null] | mustSoftware[0]
          mustSoftware | "clio" | mustSoftware
          credentials | [[]] | credentials[0]
          credentials | ["NALA-CP"] | credentials[0]
          credentials | [["NALA-CP","NALA-CP"]] | credentials[0][1]
          credentials | [["NALA-CP","NFPA-RP"],["NFPA-RP","NALA-CP"]] | credentials[1]
          credentials | [["nope"]] | credentials[0][0]
          jurisdictions | ["CA","CA"] | jurisdictions[1]
          jurisdictions | ["ZZ"] | jurisdictions[0]
          practiceAreas | ["personal-injury","personal-injury"] | practiceAreas[1]
          languages[0].code | "xx" | languages[0].code
          languages[0].minLevel | 6 | languages[0].minLevel
          languages | [{"code":"en","minLevel":1},{"code":"en","minLevel":2}] | languages[1].code
          window | | window
          window | null | window
          window | [] | window
          window | "mornings" | window
          window.days | [] | window.days
          window.days | | window.days
          window.days | ["MON","MON"] | window.days[1]
          window.days | ["Monday"] | window.days[0]
          window.days | [1] | window.days[0]
          window.start | | window.start
          window.start | "09:10" | window.start
          window.start | "9:00" | window.start
          window.start | "24:00" | window.start
          window.start | "25:00" | window.start
          window.start | "09:00:00" | window.start
          window.start | 900 | window.start
          window.end | "24:15" | window.end
          window.end | "23:59:60" | window.end
          window.zone | | window.zone
          window.zone | "EST5EDT" | window.zone
          window.zone | "EST" | window.zone
          window.zone | "+25:00" | window.zone
          window.zone | "+01:00" | window.zone
          window.zone | "GMT+2" | window.zone
          window.zone | "Etc/GMT+5" | window.zone
          window.zone | "SystemV/EST5" | window.zone
          window.zone | "Mars/Olympus" | window.zone
          window.zone | "america/new_york" | window.zone
          window.zone | "Eastern Standard Time" | window.zone
          startDate | | startDate
          startDate | "0000-01-01" | startDate
          startDate | "9999-12-31" | startDate
          startDate | "+999999-01-01" | startDate
          startDate | "2027-02-30" | startDate
          startDate | "2027-02-29" | startDate
          startDate | "2026-11-15" | startDate
          startDate | "2029-11-24" | startDate
          startDate | "07/12/2026" | startDate
          startDate | "2026-12-07T00:00:00Z" | startDate
          startDate | 20261207 | startDate
          parties | ["Co. LLC"] | parties[0]
          parties | ["…"] | parties[0]
          parties | [""] | parties[0]
          parties | [5] | parties[0]
          parties | ["Acme","Acme"] | parties[1]
          parties | "Acme" | parties
          """)
  void refusesAtTheField(String path, String value, String field) {
    var body = with(path, value);
    var refusal = catchThrowableOfType(Refusal.Invalid.class, () -> read(body));
    assertThat(refusal).as("%s = %s", path, value).isNotNull();
    assertThat(refusal.problems().byField().keySet()).containsExactly(field);
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    var refusal = catchThrowableOfType(Refusal.Invalid.class, () -> read(JSON.createObjectNode()));
    assertThat(refusal.problems().byField().keySet())
        .containsExactly("title", "role", "seats", "hoursPerWeek", "window", "startDate", "weeks");
  }

  @Test
  void refusesLongLists() {
    var body = whole();
    var parties = body.putArray("parties");
    for (int i = 0; i < 201; i++) {
      parties.add("Party " + i);
    }
    var refusal = catchThrowableOfType(Refusal.Invalid.class, () -> read(body));
    assertThat(refusal.problems().byField()).containsOnlyKeys("parties");
  }

  @Test
  void keepsAStartDateThatStood() {
    var past = LocalDate.parse("2025-01-06");
    var body = with("startDate", "\"2025-01-06\"");
    assertThat(NeedInput.read(body, CATALOGUE, TODAY, past).terms().startDate()).isEqualTo(past);
  }
}
