package io.casewell.platform;

import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pages as their frame is drawn for each kind of person, without a server. */
public final class SamplePages {
  private static final AccountId ACCOUNT = new AccountId(new UUID(1, 1));
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Assets ASSETS = new Assets();

  private SamplePages() {}

  /** The style sheet, scripts and pictures as they are served. */
  public static Assets assets() {
    return ASSETS;
  }

  public static Page visitor(String path) {
    return page(path, null, null);
  }

  public static Page firm(String path) {
    var caller = new Caller.FirmMember(new FirmId(new UUID(1, 2)), ACCOUNT, Set.of(FirmRole.OWNER));
    return page(
        path,
        new Viewer("Margaret Alder", "Alder & Finch LLP", caller, NEW_YORK),
        "The need is posted. 14 people fit.");
  }

  public static Page professional(String path) {
    var caller = new Caller.Professional(new StaffId(new UUID(1, 3)), ACCOUNT);
    return page(path, new Viewer("Dana Reyes", "Virtual paralegal", caller, NEW_YORK), null);
  }

  public static Page operations(String path) {
    var caller = new Caller.Operations(ACCOUNT, Set.of(OperationsRole.values()));
    return page(path, new Viewer("Ruth Okafor", "Casewell operations", caller, NEW_YORK), null);
  }

  public static Page sales(String path) {
    var caller = new Caller.SalesRep(ACCOUNT, false);
    return page(path, new Viewer("Ana Whitfield", "Casewell sales", caller, NEW_YORK), null);
  }

  private static Page page(String path, @Nullable Viewer viewer, @Nullable String toast) {
    return new Page(path, viewer, "sample-token", toast, null, true, ASSETS);
  }
}
