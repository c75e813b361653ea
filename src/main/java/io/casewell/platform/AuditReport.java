package io.casewell.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check of the whole trail found.
 *
 * @param events rows of the trail
 * @param subjects chains they form
 * @param heads links of the installation's own chain
 * @param late rows older than five minutes that no head covers yet
 * @param flaws how much does not hold
 * @param examples the first hundred flaws, a sentence each
 * @param newest number and hash of the last head; kept elsewhere, it proves what stood before it
 */
public record AuditReport(
    long events,
    long subjects,
    long heads,
    long late,
    long flaws,
    List<String> examples,
    @Nullable String newest) {

  /** Whether nothing was changed, taken out or left unchained. */
  public boolean sound() {
    return flaws == 0 && late == 0;
  }
}
