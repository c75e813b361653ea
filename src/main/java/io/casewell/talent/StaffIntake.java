package io.casewell.talent;

import io.casewell.catalogue.Role;
import io.casewell.platform.Ids;
import io.casewell.platform.StaffId;
import io.r2dbc.postgresql.codec.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Takes many people in at once, a few statements for all of them. For operations. */
@Component
public class StaffIntake {
  private final DatabaseClient db;
  private final JsonMapper json;

  StaffIntake(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /**
   * Somebody who was written.
   *
   * @param created whether they were not there before
   */
  public record Written(String externalId, StaffId staff, boolean created) {}

  /** What is known of somebody from the last import: a digest in hex, or empty. */
  public record Known(String externalId, String digest) {}

  /** Of these, the people who are there. */
  public Flux<Known> known(Collection<String> externalIds) {
    return db.sql(
            """
            select external_id, coalesce(encode(import_digest, 'hex'), '') as digest
            from staff where external_id = any(:ids)
            """)
        .bind("ids", externalIds.toArray(String[]::new))
        .mapProperties(Known.class)
        .all();
  }

  /**
   * Writes these people with their credentials, past parties and public cards, in the running
   * transaction. No two may have the same external id.
   *
   * @return who was written; whoever's content is the same as at the last import is not
   */
  public Mono<List<Written>> putAll(Collection<ImportedStaff> all) {
    if (all.isEmpty()) {
      return Mono.just(List.of());
    }
    // always in this order, so that two imports at once wait and do not deadlock
    var sorted = all.stream().sorted(Comparator.comparing(ImportedStaff::externalId)).toList();
    return putStaff(sorted).collectList().delayUntil(written -> putRest(sorted, written));
  }

  private Flux<Written> putStaff(List<ImportedStaff> all) {
    return db.sql(
            """
            insert into staff as s (id, external_id, name, email, status, profile, rating_count,
              rating_sum, import_digest)
            select r.id, r.external_id, r.name, r.email, r.status, r.profile, r.rating_count,
              r.rating_sum, decode(r.digest, 'hex')
            from jsonb_to_recordset(:rows) as r(id uuid, external_id text, name text, email text,
              status text, profile jsonb, rating_count int, rating_sum int, digest text)
            on conflict (external_id) do update set
              name = excluded.name, email = excluded.email, status = excluded.status,
              profile = excluded.profile, rating_count = excluded.rating_count,
              rating_sum = excluded.rating_sum, import_digest = excluded.import_digest,
              version = s.version + 1, updated_at = now()
              where s.import_digest is distinct from excluded.import_digest
            returning s.id, s.external_id, s.version = 0 as created
            """)
        .bind("rows", rows(all.stream().map(StaffIntake::columns).toList()))
        .map(row ->
            new Written(
                text(row.get("external_id", String.class)),
                new StaffId(uuid(row.get("id", UUID.class))),
                Boolean.TRUE.equals(row.get("created", Boolean.class))))
        .all();
  }

  private static Map<String, Object> columns(ImportedStaff one) {
    var columns = new LinkedHashMap<String, Object>();
    columns.put("id", Ids.next().toString());
    columns.put("external_id", one.externalId());
    columns.put("name", one.name());
    columns.put("email", one.email());
    columns.put("status", one.status().code());
    columns.put("profile", new RawValue(one.profile().json()));
    columns.put("rating_count", one.ratingCount());
    columns.put("rating_sum", one.ratingSum());
    columns.put("digest", HexFormat.of().formatHex(one.digest()));
    return columns;
  }

  private Mono<Void> putRest(List<ImportedStaff> all, List<Written> written) {
    var ids = new LinkedHashMap<String, StaffId>();
    written.forEach(one -> ids.put(one.externalId(), one.staff()));
    var people = all.stream().filter(one -> ids.containsKey(one.externalId())).toList();
    if (people.isEmpty()) {
      return Mono.empty();
    }
    var updated =
        written.stream()
            .filter(one -> !one.created())
            .map(one -> one.staff().value())
            .toArray(UUID[]::new);
    var credentials = new ArrayList<Map<String, Object>>();
    var parties = new ArrayList<Map<String, Object>>();
    var cards = new ArrayList<Map<String, Object>>();
    for (var one : people) {
      var staff = String.valueOf(ids.get(one.externalId()));
      one.credentials().forEach(held -> credentials.add(columns(staff, held)));
      one.parties().forEach(party -> parties.add(columns(staff, party)));
      cards.add(
          Map.of(
              "staff", staff,
              "external_id", one.externalId(),
              "name", CardName.of(one.name()),
              "roles", one.profile().roles().stream().map(Role::code).toList(),
              "state", one.status().code()));
    }
    return drop(updated)
        .then(putCredentials(credentials))
        .then(putParties(parties))
        .then(putCards(cards));
  }

  private Mono<Void> drop(UUID[] updated) {
    return updated.length == 0
        ? Mono.empty()
        : db.sql("delete from credential where staff = any(:staff)")
            .bind("staff", updated)
            .then()
            .then(
                db.sql("delete from past_party where staff = any(:staff)")
                    .bind("staff", updated)
                    .then());
  }

  private Mono<Void> putCredentials(List<Map<String, Object>> credentials) {
    return put(
        """
        insert into credential (id, staff, code, number, valid_from, valid_until, state)
        select * from jsonb_to_recordset(:rows) as r(id uuid, staff uuid, code text, number text,
          valid_from date, valid_until date, state text)
        """,
        credentials);
  }

  private Mono<Void> putParties(List<Map<String, Object>> parties) {
    return put(
        """
        insert into past_party (staff, name_hash, grams)
        select r.staff, decode(r.hash, 'hex'), decode(r.grams, 'hex')
        from jsonb_to_recordset(:rows) as r(staff uuid, hash text, grams text)
        on conflict do nothing
        """,
        parties);
  }

  private Mono<Void> putCards(List<Map<String, Object>> cards) {
    return put(
        """
        insert into staff_card (staff, external_id, name, roles, state)
        select * from jsonb_to_recordset(:rows)
          as r(staff uuid, external_id text, name text, roles text[], state text)
        on conflict (staff) do update set
          external_id = excluded.external_id, name = excluded.name, roles = excluded.roles, state = excluded.state
        """,
        cards);
  }

  private Mono<Void> put(String sql, List<Map<String, Object>> rows) {
    return rows.isEmpty() ? Mono.empty() : db.sql(sql).bind("rows", rows(rows)).then();
  }

  private Json rows(List<Map<String, Object>> rows) {
    return Json.of(json.writeValueAsBytes(rows));
  }

  private static Map<String, Object> columns(String staff, HeldCredential held) {
    var columns = new LinkedHashMap<String, Object>();
    columns.put("id", held.id().toString());
    columns.put("staff", staff);
    columns.put("code", held.code());
    columns.put("number", held.number());
    columns.put("valid_from", held.validFrom() == null ? null : held.validFrom().toString());
    columns.put("valid_until", held.validUntil() == null ? null : held.validUntil().toString());
    columns.put("state", held.state().code());
    return columns;
  }

  private static Map<String, Object> columns(String staff, ImportedStaff.PastParty party) {
    var grams = ByteBuffer.allocate(Long.BYTES * party.grams().length);
    for (long gram : party.grams()) {
      grams.putLong(gram);
    }
    return Map.of(
        "staff", staff,
        "hash", HexFormat.of().formatHex(party.hash().bytes()),
        "grams", HexFormat.of().formatHex(grams.array()));
  }

  private static String text(@org.jspecify.annotations.Nullable String value) {
    return String.valueOf(value);
  }

  private static UUID uuid(@org.jspecify.annotations.Nullable UUID value) {
    return java.util.Objects.requireNonNull(value);
  }
}
