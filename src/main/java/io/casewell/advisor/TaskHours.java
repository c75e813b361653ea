package io.casewell.advisor;

import io.casewell.catalogue.Role;
import io.casewell.catalogue.Task;
import io.casewell.platform.Problems;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Hours a week for each kind of work, in units of {@link Balance#HOUR}.
 *
 * @param tasks the kinds of work, in the catalogue's order
 * @param units the hours of each
 */
record TaskHours(List<Task> tasks, List<Long> units) {
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);

  /** Takes what was given; each problem is noted at {@code hours.T01}. */
  static TaskHours of(List<Task> tasks, Map<String, BigDecimal> given, Problems problems) {
    for (var id : given.keySet()) {
      if (tasks.stream().noneMatch(task -> task.id().equals(id))) {
        problems.add(
            "hours." + shortened(id), "There is no such kind of work. They are T01 to T14.");
      }
    }
    var units = tasks.stream().map(task -> units(task, given, problems)).toList();
    var sum = units.stream().mapToLong(Long::longValue).sum();
    if (BigDecimal.valueOf(sum, 4).compareTo(MOST) > 0) {
      problems.add("hours", "That is more than 1,000 hours a week in all.");
    }
    return new TaskHours(tasks, units);
  }

  private static long units(Task task, Map<String, BigDecimal> given, Problems problems) {
    var hours = given.getOrDefault(task.id(), BigDecimal.ZERO);
    var field = "hours." + task.id();
    if (hours.signum() < 0) {
      problems.add(field, "Hours cannot be negative.");
      return 0;
    }
    if (hours.compareTo(BigDecimal.valueOf(task.hoursMax())) > 0) {
      problems.add(field, "At most " + task.hoursMax() + " hours a week for one kind of work.");
      return 0;
    }
    // far below a second: also keeps an exponent like 1e-999999999 from being written out
    if (hours.precision() - hours.scale() < -5) {
      return 0;
    }
    return hours.setScale(4, RoundingMode.HALF_UP).unscaledValue().longValueExact();
  }

  private static String shortened(String id) {
    return id.length() > 20 ? id.substring(0, 20) + "…" : id;
  }

  boolean none() {
    return units.stream().allMatch(hours -> hours == 0);
  }

  Balance balance() {
    long total = 0;
    long paralegal = 0;
    long paralegalCore = 0;
    long caseManagerCore = 0;
    for (int i = 0; i < tasks.size(); i++) {
      var task = tasks.get(i);
      long hours = units.get(i);
      total += hours;
      paralegal += hours * task.paralegalShare();
      paralegalCore += task.paralegalCore() ? hours : 0;
      caseManagerCore += task.caseManagerCore() ? hours : 0;
    }
    return new Balance(total, paralegal, paralegalCore, caseManagerCore);
  }

  Verdict verdict() {
    return balance().byHours();
  }

  /** The same with other hours for one kind of work. */
  TaskHours with(int index, long hours) {
    var changed = new ArrayList<>(units);
    changed.set(index, hours);
    return new TaskHours(tasks, List.copyOf(changed));
  }

  /** The same without the core of one role's work. */
  TaskHours without(Role role) {
    var left = new ArrayList<Long>();
    for (int i = 0; i < tasks.size(); i++) {
      var task = tasks.get(i);
      boolean covered = role == Role.PARALEGAL ? task.paralegalCore() : task.caseManagerCore();
      left.add(covered ? 0L : units.get(i));
    }
    return new TaskHours(tasks, List.copyOf(left));
  }
}
