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
 * @param renewal what keeping it asks for
 * @param source where these facts were read
 * @param confidence how sure we are of them: high, medium or low
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
    List<String> synonyms,
    Renewal renewal,
    String source,
    String confidence)
    implements Entry {

  /** Education that has to be shown before it is renewed. */
  public record Renewal(
      @Nullable Integer cycleYears,
      @Nullable Integer hours,
      @Nullable Integer ethicsHours,
      String unit) {
    /** In words, e.g. "50 hours of continuing education every 5 years, 5 of them in ethics". */
    public String words() {
      if (hours == null || hours == 0) {
        return "Not known here: ask the issuer";
      }
      var every =
          cycleYears == null
              ? ""
              : cycleYears == 1 ? " every year" : " every " + cycleYears + " years";
      var ethics =
          ethicsHours == null || ethicsHours == 0 ? "" : ", " + ethicsHours + " of them in ethics";
      return hours + " " + unit + " of continuing education" + every + ethics;
    }
  }

  /**
   * Whether nobody issues it: the law asks for it, and whoever works there says of themselves that
   * they meet it.
   */
  public boolean selfDeclared() {
    return kind.equals("statutory_qualification");
  }

  /** How far these facts may be relied on. */
  public String sure() {
    return switch (confidence) {
      case "high" -> "Read at its issuer or in the law.";
      case "medium" -> "From a good source. Check with the issuer where much depends on it.";
      default -> "Not confirmed. Check with the issuer.";
    };
  }

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
