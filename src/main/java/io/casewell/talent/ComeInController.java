package io.casewell.talent;

import io.casewell.catalogue.Role;
import io.casewell.identity.Agreements;
import io.casewell.identity.ChangeHat;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Problems;
import io.casewell.platform.SignedIn;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import io.casewell.talent.ProfilePages.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A professional comes in: the profile in steps, each part with why it matters. */
@Controller
class ComeInController {
  private static final Map<String, String> ROLES = roles();

  private final ComeIn comeIn;
  private final Newcomers newcomers;
  private final StaffMembers members;
  private final ProfileForm profileForm;
  private final ProfilePages profilePages;
  private final EditProfile editProfile;
  private final Agreements agreements;
  private final ChangeHat changeHat;
  private final Pages pages;
  private final Tenancy tx;

  ComeInController(
      ComeIn comeIn,
      Newcomers newcomers,
      StaffMembers members,
      ProfileForm profileForm,
      ProfilePages profilePages,
      EditProfile editProfile,
      Agreements agreements,
      ChangeHat changeHat,
      Pages pages,
      Tenancy tx) {
    this.comeIn = comeIn;
    this.newcomers = newcomers;
    this.members = members;
    this.profileForm = profileForm;
    this.profilePages = profilePages;
    this.editProfile = editProfile;
    this.agreements = agreements;
    this.changeHat = changeHat;
    this.pages = pages;
    this.tx = tx;
  }

  private static Map<String, String> roles() {
    var roles = new LinkedHashMap<String, String>();
    for (var role : Role.values()) {
      roles.put(role.code(), role.label());
    }
    return roles;
  }

  @GetMapping("/welcome/professional")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> ask(SignedIn in) {
    return agreements
        .standing(in.account())
        .map(agreed ->
            agreed
                ? begin(in.viewer().name(), List.of(), "", new Problems())
                : Rendering.redirectTo("/welcome").build());
  }

  private static Rendering begin(
      String name, List<String> chosen, String years, Problems problems) {
    return Rendering.view("talent/begin")
        .modelAttribute("name", name)
        .modelAttribute("chosen", chosen)
        .modelAttribute("years", years)
        .modelAttribute("roles", ROLES)
        .modelAttribute("problems", problems)
        .status(problems.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .build();
  }

  @PostMapping("/welcome/professional")
  @Access(Who.SIGNED_IN)
  Mono<Rendering> comeIn(Form form, SignedIn in, ServerWebExchange exchange) {
    var problems = new Problems();
    var read = profileForm.read(Section.ABOUT, form, blank(), problems);
    if (read.isEmpty()) {
      return Mono.just(begin(form.text("name"), form.texts("roles"), form.text("years"), problems));
    }
    return agreements
        .standing(in.account())
        .flatMap(agreed ->
            agreed
                ? comeIn
                    .begin(in.account(), read.get())
                    .flatMap(staff -> changeHat.into(staff, in, exchange))
                    .thenReturn(Rendering.redirectTo("/profile/setup/skills").build())
                : Mono.just(Rendering.redirectTo("/welcome").build()));
  }

  /** Nobody yet: what the first form is read into. */
  private static StaffMember blank() {
    return new StaffMember(
        StaffId.next(),
        "",
        "",
        StaffStatus.DRAFT,
        new Profile(
            List.of(Role.PARALEGAL), List.of(), List.of(), List.of(), List.of(), List.of(), 0));
  }

  /** How strong the profile is, what is missing and why it matters; where one goes on. */
  @GetMapping("/profile/setup")
  @Access(Who.STAFF)
  Mono<Rendering> overview(Caller.Professional me) {
    return comeIn.setUp(me.staff()).map(its -> rendering("talent/setup", its));
  }

  private static Rendering rendering(String view, SetUp its) {
    return Rendering.view(view)
        .modelAttribute("strength", its.strength())
        .modelAttribute("asked", its.asked())
        .modelAttribute("draft", its.draft())
        .build();
  }

  /** The same in short, for the first page. */
  @GetMapping("/profile/strength")
  @Access(Who.STAFF)
  Mono<Rendering> strength(Caller.Professional me) {
    return comeIn.setUp(me.staff()).map(its -> rendering("talent/strength", its));
  }

  @PostMapping("/profile/setup/finish")
  @Access(Who.STAFF)
  Mono<Rendering> submit(Caller.Professional me, ServerWebExchange exchange) {
    return comeIn
        .submit(me)
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    "/home",
                    "You asked to be admitted. We look at it and write to you.")));
  }

  @GetMapping("/profile/setup/{section}")
  @Access(Who.STAFF)
  Mono<Rendering> step(@PathVariable String section, Caller.Professional me) {
    return step(me, Section.of(section), null);
  }

  private Mono<Rendering> step(Caller.Professional me, Section section, @Nullable Trouble trouble) {
    return profilePages
        .page(me.staff(), trouble)
        .map(profile ->
            Rendering.view("talent/step")
                .model(profile.modelAttributes())
                .modelAttribute("step", section.word())
                .modelAttribute("next", next(section))
                .status(profile.status() == null ? HttpStatus.OK : profile.status())
                .build());
  }

  /** Where the way goes on after this part. */
  private static String next(Section section) {
    return switch (section) {
      case ABOUT -> "/profile/setup/skills";
      case SKILLS -> "/profile/setup/practice-areas";
      case PRACTICE_AREAS -> "/hours?from=setup";
      case SOFTWARE, LANGUAGES, JURISDICTIONS -> "/profile/setup";
    };
  }

  @PostMapping("/profile/setup/{section}")
  @Access(Who.STAFF)
  Mono<Rendering> save(
      @PathVariable String section, Form form, Caller.Professional me, ServerWebExchange exchange) {
    var at = Section.of(section);
    var problems = new Problems();
    return editProfile
        .edit(me, form.text("seen"), at, now -> profileForm.read(at, form, now, problems))
        .flatMap(outcome ->
            switch (outcome) {
              case SAVED -> Mono.just(pages.redirect(exchange, next(at), at.done()));
              case WRONG -> step(me, at, new Trouble(section, form, problems, false));
              case STALE -> step(me, at, new Trouble(section, form, problems, true));
            });
  }
}
