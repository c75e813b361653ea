package io.casewell.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A certification, registration or licence a staff member may hold.
 *
 * @param roles whom it is for
 * @param kind e.g. {@code national_certification} or {@code limited_license}
 * @param renewalYears how long it lasts, or null when that is not known or it does not end
 * @param jurisdiction the state it belongs to, or null when it holds everywhere
 * @param open whether it is still given to newcomers
 * @param note what to know before relying on it, or null
 */
public record Credential(
    String code,
    String name,
    String issuer,
    Set<Role> roles,
    String kind,
    @Nullable Integer renewalYears,
    @Nullable String jurisdiction,
    boolean open,
    @Nullable String note,
    List<String> synonyms)
    implements Entry {

  /** Whether it says something about work in this role. */
  public boolean counts(Role role) {
    return roles.contains(role);
  }

  /** How long it lasts, in words. */
  public String lasts() {
    if (renewalYears == null) {
      return "Ask its issuer";
    }
    return renewalYears == 1 ? "1 year" : renewalYears + " years";
  }

  /** What a firm should know before asking for it. */
  public String remark() {
    var remark =
        switch (kind) {
          case "limited_license" ->
              "Allows limited legal work without an attorney: another profession than a paralegal.";
          case "statutory_qualification" -> "Required by law to work under the title in its state.";
          case "state_certification", "state_registration" -> "Belongs to one state.";
          case "vendor_certification" -> "Given by the maker of a program.";
          case "commission" -> "Its term depends on the state.";
          default ->
              // says so because the name misleads
              code.equals("CCMC-CCM")
                  ? "For health care. A plus in injury work, not a legal credential."
                  : "Holds in every state.";
        };
    return open ? remark : remark + " Closed to newcomers.";
  }
}
