package io.casewell.talent;

import io.casewell.platform.PartyHash;
import java.util.List;

/**
 * Somebody as operations import them.
 *
 * @param externalId the importing system's name for them
 * @param digest SHA-256 of the imported content, by which a repeated import is known
 * @param name in full, not shown to firms
 * @param ratingCount how many ratings, and their sum
 * @param parties of their past matters, on whichever side
 */
public record ImportedStaff(
    String externalId,
    byte[] digest,
    String name,
    String email,
    StaffStatus status,
    Profile profile,
    List<HeldCredential> credentials,
    int ratingCount,
    int ratingSum,
    List<PastParty> parties) {

  /**
   * A party as it is kept: without its name.
   *
   * @param hash keyed hash of the normalised name
   * @param grams keyed hashes of its trigrams
   */
  public record PastParty(PartyHash hash, long[] grams) {}
}
