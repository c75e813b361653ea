package io.casewell.catalogue;

import io.casewell.platform.AccountId;
import io.casewell.platform.JobType;
import java.util.UUID;

/**
 * A code that leads elsewhere now, or leads by itself again: whoever holds it is to be ranked by
 * where it leads.
 */
public record MergedCode(int v, String shelf, String code, UUID by) {
  /** The job that renews the facts of whoever holds such a code. */
  public static final JobType<MergedCode> RENEW =
      new JobType<>("renew facts after a merge", MergedCode.class);

  static MergedCode of(ShelfName shelf, String code, AccountId by) {
    return new MergedCode(1, shelf.code(), code, by.value());
  }
}
