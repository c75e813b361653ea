package io.casewell.needs;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Caller;
import io.casewell.platform.Csv;
import io.casewell.platform.Form;
import java.time.ZoneOffset;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** A firm's list of needs as a file. */
@Controller
class NeedCsv {
  private final NeedLines lines;

  NeedCsv(NeedLines lines) {
    this.lines = lines;
  }

  @GetMapping("/needs.csv")
  @Access(Who.FIRM)
  Mono<ResponseEntity<byte[]>> list(Form asked, Caller.FirmMember member) {
    var file =
        Csv.of(
            "Need",
            "Role",
            "State",
            "People",
            "Hours a week",
            "First day",
            "Saved",
            "Posted",
            "Id");
    return lines
        .all(member, ListQuery.of(asked))
        .reduce(file, NeedCsv::with)
        .map(all -> all.as("needs.csv"));
  }

  private static Csv with(Csv file, NeedLines.Row row) {
    var posted = row.postedAt();
    return file.row(
        row.title(),
        row.asRole().label(),
        row.asState().label(),
        row.seats(),
        row.hoursPerWeek(),
        row.startDate(),
        row.createdAt().atOffset(ZoneOffset.UTC),
        posted == null ? null : posted.atOffset(ZoneOffset.UTC),
        row.id().toString());
  }
}
