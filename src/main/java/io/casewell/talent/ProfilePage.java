package io.casewell.talent;

import io.casewell.catalogue.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The profile as its owner edits it; where a section could not be saved, as it was typed.
 *
 * @param name in full
 * @param cardName what firms see of it
 * @param roles codes of the roles offered
 * @param years of experience, as typed
 * @param status code, as typed
 * @param statusLabel the stored status in words
 * @param choosesStatus whether they may pause and come back; not before the vetting, not after
 *     leaving
 * @param credentials the certifications they say they hold
 * @param seen section → what its form carries to notice a stale edit
 */
public record ProfilePage(
    String name,
    String cardName,
    List<String> roles,
    String years,
    String status,
    String statusLabel,
    boolean choosesStatus,
    Picks skills,
    Picks software,
    Picks areas,
    Picks languages,
    Picks jurisdictions,
    List<CredentialLine> credentials,
    Map<String, String> seen) {
  /** What one may choose: code → words. */
  public static final Map<String, String> STATUSES = statuses("Yes, I am open to work", "Not now");

  /** What the choice means. */
  public static final Map<String, String> STATUS_NOTES =
      statuses("Firms find you and may invite you.", "Nobody finds you until you come back.");

  private static Map<String, String> statuses(String active, String paused) {
    var words = new LinkedHashMap<String, String>();
    words.put("active", active);
    words.put("paused", paused);
    return words;
  }

  /** The roles in words, e.g. "Virtual paralegal and virtual case manager". */
  public String rolesInWords() {
    var labels = roles.stream().flatMap(code -> Role.of(code).stream()).map(Role::label).toList();
    return labels.size() == 2
        ? labels.getFirst() + " and " + labels.getLast().toLowerCase(java.util.Locale.US)
        : String.join("", labels);
  }
}
