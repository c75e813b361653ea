package io.casewell.operations;

import io.casewell.platform.Difference;
import io.casewell.platform.Origin;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Timelines;
import io.casewell.platform.TrailWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail in words.
 *
 * @param href its own page
 * @param who did it, and in which hat
 * @param subject what it was done to, by name where there is one
 * @param all the address of everything done to that subject
 * @param more where operations read of the subject itself, or null
 * @param differences what changed, field by field
 * @param hash the link of the chain, in hexadecimal
 */
public record AuditLine(
    String href,
    String who,
    String hat,
    String kind,
    String subject,
    String all,
    @Nullable String more,
    String what,
    String icon,
    String when,
    String ago,
    String iso,
    String from,
    String firm,
    long seq,
    List<Difference.Line> differences,
    String hash) {

  static AuditLine of(AuditRows.Row row, Timelines timelines, ZoneId zone, Instant now) {
    var before = timelines.tree(row.was());
    var after = timelines.tree(row.now());
    var said =
        timelines.say(new TrailWords.Step(row.kind(), row.subject(), row.what(), before, after));
    var name = row.name();
    var who = row.who();
    var firm = row.firm();
    var id = row.subject().toString();
    return new AuditLine(
        "/operations/audit/" + row.kind() + "/" + id + "/" + row.seq(),
        who == null || who.isBlank() ? (row.account() == null ? "Casewell" : "Erased") : who,
        hat(row.realm()),
        timelines.kind(row.kind()),
        name == null || name.isBlank() ? "No. " + id.substring(id.length() - 8) : name,
        "/operations/audit?subject=" + id,
        timelines.address(row.kind(), row.subject()),
        said.words(),
        said.icon(),
        TimeWords.exactly(row.at(), zone),
        TimeWords.ago(row.at(), now),
        row.at().toString(),
        Origin.words(row.origin()),
        firm == null ? "" : firm,
        row.seq(),
        Difference.of(before, after),
        row.hash());
  }

  private static String hat(String realm) {
    return switch (realm) {
      case "firm" -> "Law firm";
      case "staff" -> "Professional";
      case "sales" -> "Sales";
      case "operations" -> "Operations";
      case "visitor" -> "No hat";
      default -> "Job";
    };
  }
}
