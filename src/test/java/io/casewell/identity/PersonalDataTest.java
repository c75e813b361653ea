package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.platform.Worker;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every table that keeps something of a person is known to the export, given or kept back. */
@CasewellTest
class PersonalDataTest {
  @Autowired Worker worker;

  private List<String> ask(String sql) {
    return Objects.requireNonNullElse(
        worker.db().sql(sql).mapValue(String.class).all().collectList().block(), List.of());
  }

  private static String place(PersonalTable table) {
    return table.table() + "." + table.column();
  }

  @Test
  void everyTableThatRefersToAPersonStandsInTheList() {
    var refers =
        ask(
            """
            select c.conrelid::regclass || '.' || a.attname from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
            where c.contype = 'f' and c.confrelid in ('account'::regclass, 'staff'::regclass)
            """);
    assertThat(PersonalTable.all().stream().map(PersonalDataTest::place))
        .as("db/personal-data.txt, which needs a line for each")
        .containsAll(refers);
  }

  @Test
  void everyLineNamesATableThatIsThere() {
    var columns =
        ask(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public'
            """);
    assertThat(columns)
        .containsAll(PersonalTable.all().stream().map(PersonalDataTest::place).toList());
    for (var table : PersonalTable.all()) {
      assertThat(columns)
          .containsAll(
              List.of(table.without()).stream()
                  .map(column -> table.table() + "." + column)
                  .toList());
      assertThat(table.about()).isNotBlank();
    }
  }

  @Test
  void noDigestAndNoSealedTextIsGivenOut() {
    var bytes =
        ask(
            """
            select table_name || '.' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'bytea'
            """);
    for (var table : PersonalTable.all()) {
      if (table.given()) {
        var left = List.of(table.without()).stream().map(c -> table.table() + "." + c).toList();
        assertThat(left)
            .as(table.table())
            .containsAll(bytes.stream().filter(b -> b.startsWith(table.table() + ".")).toList());
      }
    }
  }
}
