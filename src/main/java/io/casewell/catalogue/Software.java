package io.casewell.catalogue;

import java.util.List;
import java.util.Locale;

/** A program law firms work with. */
public record Software(
    String slug, String name, String vendor, String category, List<String> synonyms)
    implements Entry {
  @Override
  public String code() {
    return slug;
  }

  /** What it is for, in words. */
  public String purpose() {
    return switch (category) {
      case "esignature" -> "Electronic signature";
      case "ediscovery" -> "E-discovery";
      case "intake_crm" -> "Intake and client relations";
      default ->
          category.substring(0, 1).toUpperCase(Locale.ROOT)
              + category.substring(1).replace('_', ' ');
    };
  }
}
