package io.casewell.operations;

import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Csv;
import io.casewell.platform.Form;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import reactor.core.publisher.Mono;

/** The lists of operations as files. */
@Controller
class OperationsCsv {
  private final People people;
  private final StaffImports imports;
  private final Tenancy tx;

  OperationsCsv(People people, StaffImports imports, Tenancy tx) {
    this.people = people;
    this.imports = imports;
    this.tx = tx;
  }

  @GetMapping("/operations/people.csv")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<ResponseEntity<byte[]>> people(Form query) {
    return people
        .all(query.text("q"), query.text("state").equals("disabled"))
        .reduce(Csv.of("Name", "E-mail", "Firm", "Is", "Since", "Disabled", "Id"), this::with)
        .map(all -> all.as("people.csv"))
        .as(tx::transactional);
  }

  private Csv with(Csv file, Person.Row row) {
    var hats = Person.of(row, java.time.ZoneOffset.UTC).hats();
    return file.row(
        row.name(),
        row.email(),
        row.firm(),
        String.join(", ", hats),
        row.createdAt(),
        row.disabledAt(),
        row.id().toString());
  }

  @GetMapping("/operations/imports.csv")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<ResponseEntity<byte[]>> imports() {
    var file =
        Csv.of(
            "Begun",
            "Ended",
            "By",
            "Kind",
            "Lines",
            "Created",
            "Updated",
            "Unchanged",
            "Rejected",
            "Id");
    return imports
        .latest(10_000)
        .reduce(file, OperationsCsv::with)
        .map(all -> all.as("imports.csv"))
        .as(tx::transactional);
  }

  private static Csv with(Csv file, StaffImports.Past past) {
    return file.row(
        past.startedAt(),
        past.finishedAt(),
        past.by(),
        past.dryRun() ? "Tried" : "Imported",
        past.lines(),
        past.created(),
        past.updated(),
        past.unchanged(),
        past.rejected(),
        past.id().toString());
  }

  @GetMapping("/operations/imports/{id}/rejected.csv")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<ResponseEntity<byte[]>> rejected(@PathVariable String id) {
    var known = known(id);
    return imports
        .known(known)
        .filter(there -> there)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(_ ->
            imports
                .rejected(known)
                .reduce(Csv.of("Line", "External id", "Field", "Problem"), OperationsCsv::with))
        .map(all -> all.as("rejected lines.csv"))
        .as(tx::transactional);
  }

  private static Csv with(Csv file, StaffImports.Rejected rejected) {
    return file.row(rejected.line(), rejected.externalId(), rejected.field(), rejected.message());
  }

  private static UUID known(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw Refusal.notFound();
    }
  }
}
