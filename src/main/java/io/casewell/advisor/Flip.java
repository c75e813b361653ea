package io.casewell.advisor;

import io.casewell.catalogue.Task;
import java.util.Optional;

/**
 * A change of one kind of work's hours that alters the answer.
 *
 * @param halfHours how much, more or less
 * @param to what the answer becomes
 */
record Flip(Task task, int halfHours, Verdict to) {
  private static final long STEP = Balance.HOUR / 2;

  /**
   * The smallest change in half hours of one kind of work, within what is believed, that names
   * another role. Of equal ones, that of work already asked for, then the first. Falling below
   * three hours in all is no other answer, only too little to give one.
   */
  static Optional<Flip> smallest(TaskHours hours) {
    var now = hours.verdict();
    int most = 2 * hours.tasks().stream().mapToInt(Task::hoursMax).max().orElse(0);
    for (int size = 1; size <= most; size++) {
      Flip found = null;
      for (int i = 0; i < hours.tasks().size(); i++) {
        for (int change : new int[] {size, -size}) {
          var verdict = after(hours, i, change);
          boolean other = verdict != now && verdict != Verdict.NOT_ENOUGH_INFORMATION;
          if (other && (found == null || !asked(hours, found.task()) && hours.units().get(i) > 0)) {
            found = new Flip(hours.tasks().get(i), change, verdict);
          }
        }
      }
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static boolean asked(TaskHours hours, Task task) {
    return hours.units().get(hours.tasks().indexOf(task)) > 0;
  }

  /** The answer after the change; the same as now where the change is not possible. */
  private static Verdict after(TaskHours hours, int index, int change) {
    long changed = hours.units().get(index) + change * STEP;
    boolean possible =
        changed >= 0 && changed <= hours.tasks().get(index).hoursMax() * Balance.HOUR;
    return possible ? hours.with(index, changed).verdict() : hours.verdict();
  }

  String inWords() {
    var amount = Wording.hours(Math.abs(halfHours) * STEP);
    var work = Wording.small(task.name());
    return halfHours > 0
        ? "With %s more a week of %s, the answer would be %s."
            .formatted(amount, work, to.inSentence())
        : "With %s less a week of %s, the answer would be %s."
            .formatted(amount, work, to.inSentence());
  }
}
