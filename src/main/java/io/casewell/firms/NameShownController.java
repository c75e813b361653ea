package io.casewell.firms;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Pages;
import io.casewell.platform.Tenancy;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whether professionals read the firm's name on its open needs; they do not unless it says so. */
@Controller
class NameShownController {
  private final DatabaseClient db;
  private final Audit audit;
  private final Pages pages;
  private final Tenancy tx;

  NameShownController(DatabaseClient db, Audit audit, Pages pages, Tenancy tx) {
    this.db = db;
    this.audit = audit;
    this.pages = pages;
    this.tx = tx;
  }

  @GetMapping("/firm/name-shown")
  @Access(Who.FIRM)
  Mono<Rendering> show(
      Caller.FirmMember member,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment) {
    return db.sql("select shows_name from firm where id = :firm")
        .bind("firm", member.firm().value())
        .mapValue(Boolean.class)
        .one()
        .as(tx::transactional)
        .map(shown ->
            Rendering.view(fragment ? "firms/nameShown" : "firms/nameShownPage")
                .modelAttribute("shown", shown)
                .modelAttribute("mayChange", member.mayAs(FirmRole.HIRING_MANAGER))
                .build());
  }

  @PostMapping("/firm/name-shown")
  @Access(
      value = Who.FIRM,
      firm = {FirmRole.OWNER, FirmRole.HIRING_MANAGER})
  Mono<Rendering> change(Form form, Caller.FirmMember member, ServerWebExchange exchange) {
    boolean shown = form.text("shown").equals("yes");
    return db.sql(
            """
            update firm set shows_name = :shown
            where id = :firm and shows_name is distinct from :shown
            """)
        .bind("firm", member.firm().value())
        .bind("shown", shown)
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows > 0)
        .flatMap(_ -> audit.append(entry(member, shown)))
        .as(tx::transactional)
        .then(
            Mono.fromSupplier(() ->
                pages.redirect(
                    exchange,
                    "/firm",
                    shown
                        ? "Professionals read your name on open needs now."
                        : "Your name is on no open need any more.")));
  }

  private static Audit.Entry entry(Caller.FirmMember member, boolean shown) {
    return new Audit.Entry(
        "firm",
        member.firm().value(),
        member.firm(),
        null,
        shown ? "name shown" : "name hidden",
        Map.of("showsName", !shown),
        Map.of("showsName", shown));
  }
}
