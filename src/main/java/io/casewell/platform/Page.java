package io.casewell.platform;

import org.jspecify.annotations.Nullable;

/**
 * What every page's frame needs. It stands in each model as {@code page}.
 *
 * @param path the request's path, to mark where one is
 * @param viewer who looks, or null for a visitor
 * @param csrf the token each form posts as {@code _csrf}
 * @param toast what just happened, or null
 * @param undo what takes it back, or null
 * @param sandbox whether this is the sandbox, which says so on every page
 * @param assets where the style sheet and scripts are served from
 */
public record Page(
    String path,
    @Nullable Viewer viewer,
    String csrf,
    @Nullable String toast,
    @Nullable Undo undo,
    boolean sandbox,
    Assets assets) {

  /** The address of an asset, with its content's hash in it, e.g. {@code asset("casewell.css")}. */
  public String asset(String name) {
    return assets.url(name);
  }

  /** Whether this section is open: the path is it or lies below it. */
  public boolean at(String section) {
    return path.equals(section) || path.startsWith(section + "/");
  }
}
