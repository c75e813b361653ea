package io.casewell.directory;

import io.casewell.catalogue.Catalogue;
import io.casewell.matching.Example;
import io.casewell.matching.OwnFacts;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/**
 * Shows a professional the cards that firms look at, drawn by the code that draws them for firms.
 */
@Controller
class PreviewController {
  private final Directory directory;
  private final OwnFacts ownFacts;
  private final Example example;
  private final Catalogue catalogue;
  private final DatabaseClient db;
  private final Tenancy tx;

  PreviewController(
      Directory directory,
      OwnFacts ownFacts,
      Example example,
      Catalogue catalogue,
      DatabaseClient db,
      Tenancy tx) {
    this.directory = directory;
    this.ownFacts = ownFacts;
    this.example = example;
    this.catalogue = catalogue;
    this.db = db;
    this.tx = tx;
  }

  @GetMapping("/profile/preview")
  @Access(Who.STAFF)
  Mono<Rendering> preview(Caller.Professional me) {
    return ownFacts
        .of(me.staff())
        .zipWith(cardName(me.staff()))
        .map(both -> rendering(both.getT1(), both.getT2()))
        .switchIfEmpty(
            Mono.error(
                new Refusal.Conflict(
                    "Say in your profile which role you offer; then there is a card to show.")));
  }

  private Mono<String> cardName(StaffId staff) {
    return db.sql("select name from staff_card where staff = :staff")
        .bind("staff", staff.value())
        .mapValue(String.class)
        .one()
        .as(tx::transactional);
  }

  private Rendering rendering(OwnFacts.Own own, String name) {
    var card = directory.card(name, own.facts());
    return Rendering.view("directory/preview")
        .modelAttribute("anybody", card)
        .modelAttribute("firm", card.forOwner(own.facts(), directory.today(), catalogue))
        .modelAttribute("match", example.card(own.facts(), name))
        .modelAttribute("active", own.facts().active())
        .modelAttribute("rated", own.rated())
        .build();
  }
}
