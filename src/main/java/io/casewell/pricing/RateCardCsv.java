package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Csv;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Tenancy;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** The versions of the rate card as a file, a line for each role. */
@Controller
class RateCardCsv {
  private final RateCards cards;
  private final Tenancy tx;

  RateCardCsv(RateCards cards, Tenancy tx) {
    this.cards = cards;
    this.tx = tx;
  }

  @GetMapping("/rate-card.csv")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.FINANCE)
  Mono<ResponseEntity<byte[]>> versions() {
    var file =
        Csv.of(
            "Version",
            "Published",
            "By",
            "What changed",
            "Role",
            "Markup in hundredths of a percent",
            "Floor in dollars an hour");
    return cards
        .all()
        .reduce(file, RateCardCsv::with)
        .map(all -> all.as("rate-card.csv"))
        .as(tx::transactional);
  }

  private static Csv with(Csv file, RateCards.Version version) {
    for (var role : Role.values()) {
      var line = version.card().line(role);
      var by = version.by();
      file.row(
          version.card().version(),
          version.at(),
          by == null ? "Casewell" : by,
          version.note(),
          role.label(),
          line.markupBasisPoints() - 10_000,
          Csv.dollars(line.floorCents()));
    }
    return file;
  }
}
