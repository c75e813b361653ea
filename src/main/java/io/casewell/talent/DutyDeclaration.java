package io.casewell.talent;

import io.casewell.catalogue.Credential;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody declares about a duty of theirs in a period. Casewell does not check it, and says
 * so wherever it is shown.
 *
 * @param way by which of the law's ways they qualify
 * @param attorney the supervising attorney who was given the certificates, or empty
 * @param certifiedOn when, or null
 * @param complete whether it was all that the law asks for when it was declared
 */
record DutyDeclaration(
    UUID id,
    String code,
    LocalDate periodFrom,
    LocalDate periodUntil,
    String way,
    int generalMinutes,
    int ethicsMinutes,
    String attorney,
    String barNumber,
    @Nullable LocalDate certifiedOn,
    boolean complete) {

  /** Whether these hours, certified to an attorney, are all that is asked for. */
  static boolean complete(
      Credential known, int general, int ethics, String attorney, @Nullable LocalDate certifiedOn) {
    return general >= StatutoryDuty.generalMinutes(known)
        && ethics >= StatutoryDuty.ethicsMinutes(known)
        && !attorney.isEmpty()
        && certifiedOn != null;
  }

  Map<String, ?> words() {
    var words = new LinkedHashMap<String, Object>();
    words.put("code", code);
    words.put("period", periodFrom + " to " + periodUntil);
    words.put("way", way);
    words.put("generalMinutes", generalMinutes);
    words.put("ethicsMinutes", ethicsMinutes);
    words.put("attorney", attorney);
    words.put("barNumber", barNumber);
    words.put("certifiedOn", String.valueOf(certifiedOn));
    return words;
  }
}
