package io.casewell.catalogue;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue understands of a firm's own words.
 *
 * @param mentions every phrase recognised, in the order of the text
 * @param hours every number of hours a week
 * @param employed roles the text says the firm already has
 */
public record Reading(List<Mention> mentions, List<WeeklyHours> hours, Set<Role> employed) {

  /** What is asked for, of this kind. */
  public List<Mention> wanted(Mention.Kind kind) {
    return mentions.stream().filter(m -> m.kind() == kind && !m.negated()).toList();
  }

  /** What the text sets aside, of this kind. */
  public List<Mention> leftOut(Mention.Kind kind) {
    return mentions.stream().filter(m -> m.kind() == kind && m.negated()).toList();
  }

  /** Codes asked for, of this kind, each once. A phrase of several meanings gives the first. */
  public List<String> codes(Mention.Kind kind) {
    var codes = new LinkedHashSet<String>();
    wanted(kind).forEach(mention -> codes.add(mention.code()));
    return List.copyOf(codes);
  }

  /**
   * The hours a week asked for, or null when the text names none: the total where one is named or
   * where one number is the sum of the others, else the sum.
   */
  public @Nullable BigDecimal weeklyHours() {
    var asked = hours.stream().filter(h -> !h.negated() && h.hours().signum() > 0).toList();
    if (asked.isEmpty()) {
      return null;
    }
    var total = asked.stream().filter(WeeklyHours::total).map(WeeklyHours::hours);
    var named = total.max(Comparator.naturalOrder());
    if (named.isPresent()) {
      return named.get();
    }
    var sum = asked.stream().map(WeeklyHours::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    var largest = asked.stream().map(WeeklyHours::hours).max(Comparator.naturalOrder()).orElse(sum);
    boolean largestIsSum = asked.size() > 2 && largest.add(largest).compareTo(sum) == 0;
    return largestIsSum ? largest : sum;
  }
}
