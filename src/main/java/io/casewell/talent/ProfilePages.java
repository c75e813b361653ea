package io.casewell.talent;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.Form;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Draws the profile: as it is stored, and the section that could not be saved as it was typed. */
@Component
class ProfilePages {
  /** Level → words. */
  static final Map<String, String> LEVELS =
      words(
          "1",
          "1 · Basic",
          "2",
          "2 · Working",
          "3",
          "3 · Solid",
          "4",
          "4 · Advanced",
          "5",
          "5 · Expert");

  private static final Map<String, String> SPOKEN =
      words(
          "1", "1 · A few words",
          "2", "2 · Everyday talk",
          "3", "3 · At work",
          "4", "4 · Fluent in the field",
          "5", "5 · Native or fluent");

  private static final Map<String, String> YEARS = years();

  private final StaffMembers members;
  private final CredentialCases credentials;
  private final Catalogue catalogue;
  private final Clock clock;
  private final Tenancy tx;

  ProfilePages(
      StaffMembers members,
      CredentialCases credentials,
      Catalogue catalogue,
      Clock clock,
      Tenancy tx) {
    this.members = members;
    this.credentials = credentials;
    this.catalogue = catalogue;
    this.clock = clock;
    this.tx = tx;
  }

  /**
   * What could not be saved.
   *
   * @param section its word; a certification's is {@code credentials}, or its id
   * @param stale whether somebody else changed it since
   */
  record Trouble(String section, Form form, Problems problems, boolean stale) {}

  /** The page; with what could not be saved, if anything. */
  Mono<Rendering> page(StaffId staff, @Nullable Trouble trouble) {
    return members
        .find(staff)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .zipWhen(_ -> credentials.of(staff).collectList())
        .as(tx::transactional)
        .map(both -> rendering(both.getT1(), both.getT2(), trouble));
  }

  private Rendering rendering(
      StaffMember member, List<CredentialCase> held, @Nullable Trouble trouble) {
    var codes = new LinkedHashMap<String, String>();
    catalogue.credentials().all().stream()
        .filter(one -> one.open())
        .forEach(one -> codes.put(one.code(), one.name() + ", " + one.issuer()));
    held.forEach(one ->
        codes.putIfAbsent(one.held().code(), catalogue.credentials().name(one.held().code())));
    var roles = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      roles.put(role.code(), role.label());
    }
    return Rendering.view("talent/profile")
        .modelAttribute("profile", page(member, held, trouble))
        .modelAttribute("roles", roles)
        .modelAttribute("levels", LEVELS)
        .modelAttribute("spoken", SPOKEN)
        .modelAttribute("years", YEARS)
        .modelAttribute("codes", codes)
        .modelAttribute("section", trouble == null ? "" : trouble.section())
        .modelAttribute("form", trouble == null ? Form.empty() : trouble.form())
        .modelAttribute("problems", trouble == null ? new Problems() : trouble.problems())
        .modelAttribute("stale", trouble != null && trouble.stale())
        .status(
            trouble == null
                ? HttpStatus.OK
                : trouble.stale() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  private ProfilePage page(
      StaffMember member, List<CredentialCase> held, @Nullable Trouble trouble) {
    var section = trouble == null ? "" : trouble.section();
    var form = trouble == null ? Form.empty() : trouble.form();
    boolean about = section.equals(Section.ABOUT.word());
    var profile = member.profile();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new ProfilePage(
        about ? form.text("name") : member.name(),
        CardName.of(member.name()),
        about ? form.texts("roles") : profile.roles().stream().map(Role::code).toList(),
        about ? form.text("years") : String.valueOf(profile.yearsExperience()),
        about ? form.text("status") : member.status().code(),
        member.status().label(),
        member.status() == StaffStatus.ACTIVE || member.status() == StaffStatus.PAUSED,
        section.equals(Section.SKILLS.word())
            ? Picks.typed(form, "skills", "level-", catalogue.skills())
            : skills(profile),
        section.equals(Section.SOFTWARE.word())
            ? Picks.typed(form, "software", "", catalogue.software())
            : software(profile),
        section.equals(Section.PRACTICE_AREAS.word())
            ? Picks.typed(form, "areas", "years-", catalogue.practiceAreas())
            : areas(profile),
        section.equals(Section.LANGUAGES.word())
            ? Picks.typed(form, "languages", "spoken-", catalogue.languages())
            : languages(profile),
        section.equals(Section.JURISDICTIONS.word())
            ? Picks.typed(form, "jurisdictions", "", catalogue.jurisdictions())
            : jurisdictions(profile),
        held.stream().map(one -> CredentialLine.of(one, catalogue, today)).toList(),
        stamps(member));
  }

  private static Map<String, String> stamps(StaffMember member) {
    var stamps = new LinkedHashMap<String, String>();
    for (var section : Section.values()) {
      stamps.put(section.word(), section.stamp(member));
    }
    return stamps;
  }

  private Picks skills(Profile profile) {
    var stored = new Picks.Stored();
    profile
        .skills()
        .forEach(one ->
            stored.add(
                catalogue.skills().current(one.skill()),
                catalogue.skills().name(one.skill())
                    + (one.verified() ? " (verified)" : " (not verified)"),
                one.level()));
    return stored.picks();
  }

  private Picks software(Profile profile) {
    var stored = new Picks.Stored();
    var shelf = catalogue.software();
    profile.software().forEach(code -> stored.add(shelf.current(code), shelf.name(code)));
    return stored.picks();
  }

  private Picks areas(Profile profile) {
    var stored = new Picks.Stored();
    profile
        .practiceAreas()
        .forEach(
            one -> stored.add(one.area(), catalogue.practiceAreas().name(one.area()), one.years()));
    return stored.picks();
  }

  private Picks languages(Profile profile) {
    var stored = new Picks.Stored();
    profile
        .languages()
        .forEach(
            one -> stored.add(one.code(), catalogue.languages().name(one.code()), one.level()));
    return stored.picks();
  }

  private Picks jurisdictions(Profile profile) {
    var stored = new Picks.Stored();
    profile.jurisdictions().forEach(code -> stored.add(code, catalogue.jurisdictions().name(code)));
    return stored.picks();
  }

  private static Map<String, String> words(String... pairs) {
    var words = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      words.put(pairs[i], pairs[i + 1]);
    }
    return words;
  }

  private static Map<String, String> years() {
    var words = new LinkedHashMap<String, String>();
    words.put("0", "under 1 year");
    words.put("1", "1 year");
    for (int i = 2; i <= Profile.MOST_YEARS; i++) {
      words.put(String.valueOf(i), i + " years");
    }
    return words;
  }
}
