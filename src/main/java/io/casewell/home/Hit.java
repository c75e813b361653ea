package io.casewell.home;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a search came upon.
 *
 * @param note a few words that tell it apart
 */
public record Hit(String href, String title, @Nullable String note) {

  /** Hits of one kind. */
  public record Group(String title, String icon, List<Hit> hits) {}
}
