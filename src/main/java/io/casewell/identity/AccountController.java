package io.casewell.identity;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Cookies;
import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Pages;
import io.casewell.platform.SignedIn;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Watch;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A person's own account: sign-ins, notices, the own data, the way out. */
@Controller
class AccountController {
  private final Accounts accounts;
  private final SessionList sessions;
  private final EndSessions endSessions;
  private final NoticeChoices choices;
  private final ChooseNotices chooseNotices;
  private final LeaveAccount leaveAccount;
  private final ExportAccount exportAccount;
  private final Cookies cookies;
  private final Pages pages;
  private final Tenancy tx;
  private final Clock clock;

  AccountController(
      Accounts accounts,
      SessionList sessions,
      EndSessions endSessions,
      NoticeChoices choices,
      ChooseNotices chooseNotices,
      LeaveAccount leaveAccount,
      ExportAccount exportAccount,
      Cookies cookies,
      Pages pages,
      Tenancy tx,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.endSessions = endSessions;
    this.choices = choices;
    this.chooseNotices = chooseNotices;
    this.leaveAccount = leaveAccount;
    this.exportAccount = exportAccount;
    this.cookies = cookies;
    this.pages = pages;
    this.tx = tx;
    this.clock = clock;
  }

  private record Shown(
      Account account,
      List<SessionLine> devices,
      NoticeChoices.Wanted notices,
      List<String> looks,
      LeaveAccount.Outlook outlook) {}

  @GetMapping("/account")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> show(SignedIn in, ServerWebExchange exchange) {
    var zone = in.viewer().zone();
    var devices =
        sessions
            .of(in.account(), cookies.session(exchange))
            .map(row -> SessionLine.of(row, zone, clock.instant()))
            .collectList();
    return Mono.zip(
            accounts.find(in.account()),
            devices,
            choices.of(in.account()),
            accounts.looks(in.account()).map(look -> look(look, in)).collectList())
        .as(tx::transactional)
        .zipWith(leaveAccount.outlook(in.account()))
        .map(all ->
            new Shown(
                all.getT1().getT1(),
                all.getT1().getT2(),
                all.getT1().getT3(),
                all.getT1().getT4(),
                all.getT2()))
        .map(shown -> rendering(shown, in));
  }

  private static Rendering rendering(Shown shown, SignedIn in) {
    var zone = in.viewer().zone();
    return Rendering.view("identity/account")
        .modelAttribute("account", shown.account())
        .modelAttribute("since", TimeWords.day(shown.account().createdAt(), zone))
        .modelAttribute("id", in.account().toString())
        .modelAttribute("devices", shown.devices())
        .modelAttribute("wanted", shown.notices().mail())
        .modelAttribute("shown", shown.notices().shown())
        .modelAttribute("looks", shown.looks())
        .modelAttribute("due", due(shown.outlook(), in))
        .build();
  }

  private static String look(Accounts.Look look, SignedIn in) {
    var zone = in.viewer().zone();
    return TimeWords.moment(look.beganAt(), zone) + ": " + look.reason();
  }

  private static String due(LeaveAccount.Outlook outlook, SignedIn in) {
    return outlook.due().map(at -> TimeWords.moment(at, in.viewer().zone())).orElse("");
  }

  @PostMapping("/account/sessions/{id}/ending")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> endOne(@PathVariable String id, SignedIn in, ServerWebExchange exchange) {
    return endSessions
        .one(Ids.parse(id), in.account())
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, "/account", "That device is signed out.")));
  }

  @PostMapping("/account/sessions/ending")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> endAll(SignedIn in, ServerWebExchange exchange) {
    return endSessions
        .all(in.account())
        .then(
            Mono.fromSupplier(() -> {
              cookies.dropSession(exchange);
              return pages.redirect(
                  exchange, "/sign-in", "You are signed out everywhere, here included.");
            }));
  }

  @PostMapping("/account/notices")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> chooseNotices(Form form, SignedIn in, ServerWebExchange exchange) {
    return chooseNotices
        .choose(in.account(), new NoticeChoices.Wanted(chosen(form, "mail"), chosen(form, "shown")))
        .then(
            Mono.fromSupplier(
                () -> pages.redirect(exchange, "/account", "We will tell you what you chose.")));
  }

  private static Set<NoticeKind> chosen(Form form, String field) {
    var chosen = EnumSet.allOf(NoticeKind.class);
    chosen.removeIf(kind -> kind.optional() && !form.texts(field).contains(kind.code()));
    return chosen;
  }

  @GetMapping("/account/export")
  @Access(value = Who.SIGNED_IN, fresh = true, watched = Watch.Rule.NEVER)
  Mono<ResponseEntity<byte[]>> export(SignedIn in) {
    return exportAccount
        .zip(in.account())
        .map(zip ->
            ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                        .filename("casewell-my-data.zip")
                        .build()
                        .toString())
                .body(zip));
  }

  @GetMapping("/account/deletion")
  @Access(value = Who.SIGNED_IN, fresh = true, watched = Watch.Rule.NEVER)
  Mono<Rendering> deletion(SignedIn in) {
    return leaveAccount
        .outlook(in.account())
        .map(outlook ->
            Rendering.view("identity/deletion")
                .modelAttribute("hindrances", outlook.hindrances())
                .modelAttribute("due", due(outlook, in))
                .modelAttribute("days", LeaveAccount.GRACE.toDays())
                .build());
  }

  @PostMapping("/account/deletion")
  @Access(value = Who.SIGNED_IN, fresh = true, watched = Watch.Rule.NEVER)
  Mono<Rendering> leave(SignedIn in, ServerWebExchange exchange) {
    return leaveAccount
        .ask(in.account())
        .map(due ->
            pages.redirect(
                exchange,
                "/account",
                "Your account will be deleted on "
                    + TimeWords.day(due, in.viewer().zone())
                    + ". Until then you can take it back here."));
  }

  @PostMapping("/account/deletion/undoing")
  @Access(value = Who.SIGNED_IN, watched = Watch.Rule.NEVER)
  Mono<Rendering> stay(SignedIn in, ServerWebExchange exchange) {
    return leaveAccount
        .undo(in.account())
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(exchange, "/account", "Good that you stay. All is as it was.")));
  }
}
