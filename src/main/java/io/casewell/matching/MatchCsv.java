package io.casewell.matching;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedId;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Csv;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** Who fits a need as a file: the best thousand with their points. */
@Controller
class MatchCsv {
  private static final int MOST = 1000;

  private final Matches matches;
  private final Catalogue catalogue;

  MatchCsv(Matches matches, Catalogue catalogue) {
    this.matches = matches;
    this.catalogue = catalogue;
  }

  @GetMapping("/needs/{id}/matches.csv")
  @Access(Who.FIRM)
  Mono<ResponseEntity<byte[]>> matches(@PathVariable String id, Caller.FirmMember member) {
    return matches.of(NeedId.of(id), member.firm(), MOST).map(this::file);
  }

  private ResponseEntity<byte[]> file(Matches.Found found) {
    var heads = new ArrayList<>(List.of("Place", "Name", "Points"));
    for (var part : Part.values()) {
      heads.add(part.label());
    }
    heads.addAll(List.of("Dollars an hour", "Shared minutes a week", "What to check", "Id"));
    var file = Csv.of(heads.toArray(String[]::new));
    int place = 1;
    for (var candidate : found.ranking().top()) {
      file.row(row(found, candidate, place++));
    }
    return file.as("matches " + found.need().terms().title() + ".csv");
  }

  private @Nullable Object[] row(Matches.Found found, Ranking.Candidate candidate, int place) {
    var ranking = found.ranking();
    var match = candidate.match();
    var staff = match.staff().value();
    var card = found.cards().get(staff);
    var cells = new ArrayList<@Nullable Object>();
    cells.add(place);
    cells.add(card == null ? null : card.name());
    cells.add(match.score());
    for (var part : Part.values()) {
      cells.add(match.points(part));
    }
    cells.add(Csv.dollars(candidate.facts().billRate(found.need().terms().role())));
    cells.add(match.sharedMinutes());
    var flags =
        Reasons.of(
                ranking.ask(), candidate, ranking.at(), found.review().contains(staff), catalogue)
            .flags();
    cells.add(String.join("; ", flags));
    cells.add(staff.toString());
    return cells.toArray();
  }
}
