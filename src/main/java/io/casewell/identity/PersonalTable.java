package io.casewell.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A table that keeps something of a person, as {@code db/personal-data.txt} lists it: each table
 * that refers to an account or a profile is either given out in an export, or kept back for a
 * reason.
 *
 * @param table its name
 * @param column that holds the account's or the profile's id
 * @param given whether an export holds its rows
 * @param without columns that are left out: digests, sealed text, what is somebody else's
 * @param about what its rows are, or why they are kept back
 */
public record PersonalTable(
    String table, String column, boolean given, String[] without, String about) {
  private static final List<PersonalTable> ALL = read();

  /** Every table of the list. */
  public static List<PersonalTable> all() {
    return ALL;
  }

  /** Whether its column holds the profile's id. */
  boolean ofProfile() {
    return column.equals("staff") || (table.equals("staff") && column.equals("id"));
  }

  /** Whether its column holds either: time is kept by who somebody is at work. */
  boolean ofEither() {
    return column.equals("person");
  }

  /** The file of the export. */
  String file() {
    boolean twice =
        ALL.stream().filter(other -> other.given && other.table.equals(table)).count() > 1;
    return (twice ? table + "-by-" + column : table).replace('_', '-') + ".json";
  }

  private static List<PersonalTable> read() {
    try {
      return new ClassPathResource("db/personal-data.txt")
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(PersonalTable::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PersonalTable of(String line) {
    var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (cells.length != 4) {
      throw new IllegalStateException("personal-data.txt: four cells are needed in: " + line);
    }
    var place = cells[0].split("\\.", 2);
    var without = cells[2].isEmpty() ? new String[0] : cells[2].split("\\s+");
    return new PersonalTable(place[0], place[1], cells[1].equals("given"), without, cells[3]);
  }
}
