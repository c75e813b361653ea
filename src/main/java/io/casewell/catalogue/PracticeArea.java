package io.casewell.catalogue;

import java.util.List;

/** A field of law. */
public record PracticeArea(String slug, String name, List<String> synonyms) implements Entry {
  @Override
  public String code() {
    return slug;
  }
}
