package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Credential;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StoredFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A credential as whoever checks it sees it.
 *
 * @param state in words
 * @param waits whether it waits for a decision
 * @param mine whether this viewer asked for the second look, so that another decides
 * @param note why a second look was asked for, or empty
 * @param document what proves it, or null
 * @param facts of its issuer and renewal: label → words
 * @param sourceLink where the facts were read, or empty
 * @param remark what to know before relying on it
 * @param suggested the last day to begin with: the claimed one
 * @param others the person's other certifications
 */
public record VettingCase(
    String id,
    String seen,
    String person,
    String email,
    String code,
    String name,
    String number,
    String from,
    String until,
    String state,
    String tone,
    boolean waits,
    boolean mine,
    String note,
    String reason,
    String since,
    String exactly,
    @Nullable StoredFile document,
    List<Fact> facts,
    String sourceLink,
    String remark,
    String suggested,
    List<Other> others) {
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:org|gov|com)(?:/[A-Za-z0-9./?=_-]*)?");

  /** Something known of its issuer. */
  public record Fact(String label, String words) {}

  /** Another certification of the same person. */
  public record Other(String id, String name, String state, String tone) {}

  static VettingCase of(
      CredentialCase one,
      StaffMember person,
      List<CredentialCase> all,
      Catalogue catalogue,
      Instant now,
      SignedIn in) {
    var held = one.held();
    var known = catalogue.credentials().find(held.code());
    var second = one.secondLook();
    var submitted = one.submittedAt();
    var reason = one.reason();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    var until = held.validUntil();
    return new VettingCase(
        held.id().toString(),
        one.stamp(),
        person.name(),
        person.email(),
        held.code(),
        catalogue.credentials().name(held.code()),
        held.number().isEmpty() ? "Not given" : held.number(),
        held.validFrom() == null ? "Not given" : Since.day(held.validFrom()),
        until == null ? "Does not expire, or not given" : Since.day(until),
        held.state().label(),
        held.state().tone(),
        held.state() == CredentialState.IN_REVIEW,
        second != null && second.by().equals(in.account()),
        second == null ? "" : second.note(),
        reason == null ? "" : reason,
        submitted == null ? "" : Since.words(submitted, now),
        submitted == null ? "" : Since.exactly(submitted, in.viewer().zone()),
        one.document(),
        known.map(VettingCase::facts).orElse(List.of()),
        known.map(VettingCase::sourceLink).orElse(""),
        known.map(Credential::remark).orElse(""),
        until == null || until.isBefore(today) ? "" : until.toString(),
        all.stream()
            .filter(other -> !other.held().id().equals(held.id()))
            .map(other ->
                new Other(
                    other.held().id().toString(),
                    catalogue.credentials().name(other.held().code()),
                    other.held().state().label(),
                    other.held().state().tone()))
            .toList());
  }

  private static List<Fact> facts(Credential known) {
    return List.of(
        new Fact("Issuer", known.issuer()),
        new Fact("Lasts", known.lasts()),
        new Fact("To keep it", known.renewal().words()),
        new Fact("These facts", known.sure()));
  }

  /** Low confidence is no address to check anything at. */
  private static String sourceLink(Credential known) {
    var address = ADDRESS.matcher(known.source());
    return !known.confidence().equals("low") && address.find() ? "https://" + address.group() : "";
  }
}
