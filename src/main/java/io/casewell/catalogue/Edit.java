package io.casewell.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step by which operations changed the catalogue.
 *
 * @param number counts the steps, from 1
 * @param code the entry's
 * @param into where a merged one leads, or null
 * @param words what an added or changed one says, or null
 */
record Edit(
    long number,
    Kind kind,
    ShelfName shelf,
    String code,
    @Nullable String into,
    @Nullable Words words) {

  /** What was done. */
  enum Kind {
    ADD,
    CHANGE,
    RETIRE,
    RESTORE,
    MERGE
  }

  /**
   * What an entry says of itself.
   *
   * @param v the version of this form
   * @param group a skill's category or a program's purpose; empty elsewhere
   * @param vendor who makes a program; empty elsewhere
   */
  record Words(int v, String name, String group, String vendor, List<String> synonyms) {}
}
