package io.casewell.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@CasewellTest
class StaffLineReaderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired StaffLineReader reader;

  private StaffLine read(String text) {
    return reader.read(new LineBatches.RawLine(7, text.getBytes(StandardCharsets.UTF_8), false));
  }

  @Test
  void readsTheRecordOfTheIssue() {
    var line =
        read(
            """
            {"externalId":"s-1","name":"Dana Reyes","email":"dana@example.com","roles":["paralegal"],\
            "skills":[{"skill":"cite-checking","level":4,"verified":true}],"software":["clio"],\
            "credentials":[{"code":"NALA-CP","number":"123","validUntil":"2028-05-31","verified":true}],\
            "jurisdictions":["CA"],"practiceAreas":[{"area":"personal-injury","years":6}],\
            "languages":[{"code":"en","level":5}],"yearsExperience":9,"zone":"America/New_York",\
            "hours":[{"days":["MON","TUE"],"start":"09:00","end":"17:00"}],"capacityHours":40,\
            "committedElsewhereHours":10,"rateCents":4200,"ratings":{"count":12,"sum":57},\
            "pastParties":["Acme Corp."],"status":"active"}\
            """);
    assertThat(line.problems()).isEmpty();
    assertThat(line.record()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name                    | ""
          name                    | 5
          email                   | "nobody"
          email                   | "a b@example.com"
          externalId              | null
          externalId              | "a\\u000ab"
          roles                   | []
          roles[0]                | ["attorney"]
          roles                   | ["paralegal","paralegal"]
          skills                  | {}
          skills[0].skill         | [{"skill":"flying","level":1}]
          skills[0].level         | [{"skill":"cite-checking","level":0}]
          skills[0].level         | [{"skill":"cite-checking","level":6}]
          skills[0].level         | [{"skill":"cite-checking","level":4.0}]
          skills[0].level         | [{"skill":"cite-checking","level":"4"}]
          skills[0].level         | [{"skill":"cite-checking","level":1e400}]
          skills[0].level         | [{"skill":"cite-checking","level":99999999999999999999}]
          skills[0].level         | [{"skill":"cite-checking"}]
          skills[0].verified      | [{"skill":"cite-checking","level":4,"verified":"yes"}]
          skills                  | [{"skill":"cite-checking","level":4},{"skill":"cite-checking","level":3}]
          software[0]             | ["windows-95"]
          software                | ["clio","clio"]
          credentials[0].code     | [{"code":"X"}]
          credentials[0].validUntil | [{"code":"NALA-CP","number":"1","validUntil":"2027-02-29"}]
          credentials[0].validUntil | [{"code":"NALA-CP","number":"1","validUntil":"+999999-01-01"}]
          credentials[0].validUntil | [{"code":"NALA-CP","number":"1","validFrom":"2027-01-02","validUntil":"2027-01-01"}]
          credentials             | [{"code":"NALA-CP","number":"1"},{"code":"NALA-CP","number":"1"}]
          jurisdictions[0]        | ["XX"]
          practiceAreas[0].area   | [{"area":"space-law","years":1}]
          practiceAreas[0].years  | [{"area":"personal-injury","years":-1}]
          languages[0].code       | [{"code":"tlh","level":5}]
          languages[0].level      | [{"code":"en","level":9}]
          yearsExperience         | -1
          yearsExperience         | 71
          zone                    | "Mars/Olympus"
          zone                    | "EST5EDT"
          zone                    | "+25:00"
          zone                    | "+02:00"
          zone                    | "Eastern Standard Time"
          zone                    | ""
          hours[0].days           | [{"days":["MO"],"start":"09:00","end":"17:00"}]
          hours[0].days           | [{"days":[],"start":"09:00","end":"17:00"}]
          hours[0].days           | [{"days":["MON","MON"],"start":"09:00","end":"17:00"}]
          hours[0].start          | [{"days":["MON"],"start":"09:07","end":"17:00"}]
          hours[0].start          | [{"days":["MON"],"start":"24:00","end":"17:00"}]
          hours[0].start          | [{"days":["MON"],"start":"9:00","end":"17:00"}]
          hours[0].end            | [{"days":["MON"],"start":"09:00","end":"24:15"}]
          hours[0].end            | [{"days":["MON"],"start":"09:00","end":"23:59:60"}]
          hours                   | [{"days":["MON"],"start":"09:00","end":"10:00"},{"days":["MON"],"start":"09:00","end":"10:00"}]
          capacityHours           | -5
          capacityHours           | 169
          committedElsewhereHours | -1
          rateCents               | 0
          rateCents               | -4200
          rateCents               | 1000001
          rateCents               | 42.5
          rateCents               | "4200"
          ratings                 | 5
          ratings.sum             | {"count":2,"sum":1}
          ratings.sum             | {"count":2,"sum":11}
          ratings.sum             | {"count":0,"sum":1}
          ratings.count           | {"count":-1,"sum":0}
          pastParties[0]          | ["Co. LLC"]
          pastParties             | ["Acme","Acme"]
          status                  | "retired"
          """)
  void namesWhatIsWrongAtItsField(String field, String value) {
    var record = SampleLines.record("s-1");
    record.put(field.split("[.\\[]", 2)[0], JSON.readTree(value));
    var line = read(SampleLines.text(record));
    assertThat(line.record()).isNull();
    assertThat(line.problems().keySet()).contains(field);
  }

  @Test
  void tellsAllProblemsOfALineAtOnce() {
    var record = SampleLines.record("s-1");
    record.put("yearsExperience", -1);
    record.put("zone", "Mars/Olympus");
    record.put("software", List.of("nope"));
    assertThat(read(SampleLines.text(record)).problems().keySet())
        .containsExactlyInAnyOrder("yearsExperience", "zone", "software[0]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "5", "\"x\"", "[]", "{", "{}x", "{\"a\":NaN}"})
  void rejectsWhatIsNoObject(String text) {
    assertThat(read(text).problems().keySet()).containsExactly("");
  }

  @Test
  void rejectsWhatIsNotUtf8() {
    var line = reader.read(new LineBatches.RawLine(1, new byte[] {'{', (byte) 0xC3, '}'}, false));
    assertThat(line.problems()).containsOnlyKeys("");
  }

  @Test
  void takesTheLeast() {
    var least =
        Map.of(
            "externalId",
            "s-2",
            "name",
            "Cher",
            "roles",
            List.of("case_manager"),
            "zone",
            "Asia/Manila",
            "capacityHours",
            0,
            "rateCents",
            1);
    assertThat(read(SampleLines.text(least)).problems()).isEmpty();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    var record = SampleLines.record("s-1");
    record.put("account", "00000000-0000-0000-0000-000000000000");
    record.put("version", 99);
    assertThat(read(SampleLines.text(record)).problems()).isEmpty();
  }

  @Test
  void knowsTheSameContentInAnotherOrder() {
    var record = SampleLines.record("s-1");
    var turned = new java.util.LinkedHashMap<String, Object>();
    var names = new java.util.ArrayList<>(record.keySet());
    java.util.Collections.reverse(names);
    names.forEach(name -> turned.put(name, record.get(name)));
    assertThat(digest(SampleLines.text(turned))).isEqualTo(digest(SampleLines.text(record)));
  }

  private String digest(String text) {
    var record = read(text).record();
    return record == null ? "" : Arrays.toString(record.staff().digest());
  }
}
