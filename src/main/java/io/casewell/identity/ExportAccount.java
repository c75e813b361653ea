package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Tenancy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Everything that is kept of a person, as one ZIP of readable JSON. */
@Component
class ExportAccount {
  private final DatabaseClient db;
  private final Leavings leavings;
  private final Audit audit;
  private final Tenancy tx;
  private final JsonMapper json;
  private final Clock clock;

  ExportAccount(
      DatabaseClient db, Leavings leavings, Audit audit, Tenancy tx, JsonMapper json, Clock clock) {
    this.db = db;
    this.leavings = leavings;
    this.audit = audit;
    this.tx = tx;
    this.json = json;
    this.clock = clock;
  }

  private record Part(PersonalTable table, String rows) {}

  /** Makes it, and writes down that it was made. */
  Mono<byte[]> zip(AccountId account) {
    return leavings
        .profile(account)
        .map(List::of)
        .defaultIfEmpty(List.of())
        .flatMapMany(profile -> parts(account, profile))
        .collectList()
        .delayUntil(_ ->
            audit.append(
                new Audit.Entry(
                    "account", account.value(), null, null, "data exported", null, null)))
        .as(tx::transactional)
        .map(this::zip);
  }

  private Flux<Part> parts(AccountId account, List<UUID> profile) {
    return Flux.fromIterable(PersonalTable.all())
        .filter(PersonalTable::given)
        .concatMap(table ->
            Flux.fromIterable(ids(table, account, profile)).concatMap(id -> rows(table, id)));
  }

  private static List<UUID> ids(PersonalTable table, AccountId account, List<UUID> profile) {
    if (table.ofProfile()) {
      return profile;
    }
    var ids = new ArrayList<UUID>();
    if (table.ofEither()) {
      ids.addAll(profile);
    }
    ids.add(account.value());
    return ids;
  }

  private Mono<Part> rows(PersonalTable table, UUID id) {
    return db.sql("select rows_of(:table, :column, :id, :without)::text as rows")
        .bind("table", table.table())
        .bind("column", table.column())
        .bind("id", id)
        .bind("without", table.without())
        .map(row -> new Part(table, String.valueOf(row.get("rows", String.class))))
        .one();
  }

  private byte[] zip(List<Part> parts) {
    var byFile = new LinkedHashMap<String, ArrayNode>();
    for (var part : parts) {
      var rows = byFile.computeIfAbsent(part.table().file(), _ -> json.createArrayNode());
      json.readTree(part.rows()).forEach(rows::add);
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "README.txt", readme());
      for (var file : byFile.entrySet()) {
        var pretty = json.writerWithDefaultPrettyPrinter().writeValueAsString(file.getValue());
        add(zip, file.getKey(), pretty);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String readme() {
    var lines = new StringBuilder();
    lines
        .append("What Casewell keeps of you, as of ")
        .append(clock.instant())
        .append(" (UTC).\n\n");
    files().forEach((file, about) -> lines.append("%-34s %s%n".formatted(file, about)));
    lines.append("\nNot in here, and why:\n");
    PersonalTable.all().stream()
        .filter(table -> !table.given())
        .forEach(table -> lines.append("- ").append(table.about()).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> files() {
    var files = new LinkedHashMap<String, String>();
    PersonalTable.all().stream()
        .filter(PersonalTable::given)
        .forEach(table -> files.putIfAbsent(table.file(), table.about()));
    return files;
  }
}
