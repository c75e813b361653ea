package io.casewell.catalogue;

import java.util.List;

/** A program law firms work with. */
public record Software(
    String slug, String name, String vendor, String category, List<String> synonyms)
    implements Entry {
  @Override
  public String code() {
    return slug;
  }
}
