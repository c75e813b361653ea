package io.casewell.operations;

import io.casewell.platform.FirmRole;
import io.casewell.platform.TimeWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person as operations read them, in words.
 *
 * @param sales {@code none}, {@code rep} or {@code lead}
 * @param roles codes of the roles in operations
 * @param profile the profile's status in words, or null without one
 * @param hats what of the person can be looked at, by its place
 * @param mine whether this is whoever looks
 */
public record PersonPage(
    String id,
    String name,
    String email,
    String provider,
    String subject,
    String since,
    @Nullable String disabled,
    String seen,
    long sessions,
    @Nullable String leaving,
    String sales,
    List<String> roles,
    @Nullable String profile,
    @Nullable String staff,
    List<Place> places,
    List<Hold> holds,
    List<Look> looks,
    @Nullable Move move,
    Map<String, String> hats,
    boolean mine) {

  /** A place in a firm. */
  public record Place(String firm, String name, List<String> roles, String words) {}

  /** Something kept back from deletion. */
  public record Hold(String id, String reason, String by, String since) {}

  /** A look taken at the person's pages. */
  public record Look(String operator, String reason, String when) {}

  /** A sign-in about to be moved. */
  public record Move(String id, String reason, String provider, String by, boolean mine) {}

  /** All that is read of a person. */
  record Read(
      PersonRows.Row row,
      List<PersonRows.Place> places,
      List<PersonRows.Hold> holds,
      List<PersonRows.Look> looks,
      Optional<PersonRows.Move> move,
      List<LookAt.Hat> hats) {}

  static PersonPage of(Read read, String me, ZoneId zone, Instant now) {
    var row = read.row();
    var disabled = row.disabledAt();
    var seen = row.lastSeen();
    var leaving = row.leavingAt();
    var staff = row.staff();
    return new PersonPage(
        row.id().toString(),
        row.name(),
        row.email(),
        provider(row.issuer()),
        row.subject(),
        TimeWords.day(row.createdAt(), zone),
        disabled == null ? null : TimeWords.moment(disabled, zone),
        seen == null ? "Not signed in" : TimeWords.ago(seen, now),
        row.sessions(),
        leaving == null ? null : TimeWords.day(leaving, zone),
        row.lead() == null ? "none" : row.lead() ? "lead" : "rep",
        List.of(row.roles()),
        row.staffStatus() == null ? null : status(row.staffStatus()),
        staff == null ? null : staff.toString(),
        read.places().stream().map(PersonPage::place).toList(),
        read.holds().stream()
            .map(hold ->
                new Hold(
                    hold.id().toString(), hold.reason(), hold.by(), TimeWords.day(hold.at(), zone)))
            .toList(),
        read.looks().stream()
            .map(look ->
                new Look(look.operator(), look.reason(), TimeWords.moment(look.beganAt(), zone)))
            .toList(),
        read.move().map(move -> move(move, me)).orElse(null),
        hats(read.hats()),
        row.id().toString().equals(me));
  }

  private static Move move(PersonRows.Move move, String me) {
    return new Move(
        move.id().toString(),
        move.reason(),
        provider(move.issuer()),
        move.by(),
        move.proposedBy().toString().equals(me));
  }

  private static Place place(PersonRows.Place place) {
    return new Place(
        place.firm().toString(),
        place.name(),
        List.of(place.roles()),
        Arrays.stream(place.roles())
            .map(role -> FirmRole.valueOf(role.toUpperCase(Locale.ROOT)).label())
            .collect(Collectors.joining(", ")));
  }

  private static Map<String, String> hats(List<LookAt.Hat> hats) {
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < hats.size(); i++) {
      var hat = hats.get(i);
      all.put(
          Integer.toString(i),
          switch (hat.realm()) {
            case "firm" -> hat.label();
            case "staff" -> "The own profile";
            default -> "Sales";
          });
    }
    return all;
  }

  private static String status(String code) {
    return switch (code) {
      case "draft" -> "Not vetted yet";
      case "active" -> "Active";
      case "paused" -> "Paused";
      default -> "Left";
    };
  }

  private static String provider(String issuer) {
    return issuer.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
  }
}
