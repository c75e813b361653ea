package io.casewell.demos;

import io.casewell.platform.Refusal;
import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What is offered, and who gives it. Everybody reads it; the sales lead writes it. */
@Component
class DemoTypes {
  private static final String COLUMNS =
      "id, slug, name, about, place, open, version, terms::text as terms";

  private final DatabaseClient db;
  private final JsonMapper json;

  DemoTypes(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  private record Row(
      UUID id,
      String slug,
      String name,
      String about,
      int place,
      boolean open,
      long version,
      String terms) {}

  /** Those that may be booked, in their order. */
  Flux<DemoType> open() {
    return db.sql("select " + COLUMNS + " from demo_type where open order by place, name")
        .mapProperties(Row.class)
        .all()
        .map(this::type);
  }

  /** All of them, in their order. */
  Flux<DemoType> all() {
    return db.sql("select " + COLUMNS + " from demo_type order by place, name")
        .mapProperties(Row.class)
        .all()
        .map(this::type);
  }

  /** The open type of this name; refuses any other as not found. */
  Mono<DemoType> bookable(String slug) {
    return slug.length() > 60 ? Mono.error(Refusal.notFound()) : one("slug = :key and open", slug);
  }

  /** The type of this name, open or not. */
  Mono<DemoType> named(String slug) {
    return slug.length() > 60 ? Mono.error(Refusal.notFound()) : one("slug = :key", slug);
  }

  Mono<DemoType> find(UUID id) {
    return one("id = :key", id);
  }

  private Mono<DemoType> one(String where, Object key) {
    return db.sql("select " + COLUMNS + " from demo_type where " + where)
        .bind("key", key)
        .mapProperties(Row.class)
        .one()
        .map(this::type)
        .switchIfEmpty(Mono.error(Refusal.notFound()));
  }

  private DemoType type(Row row) {
    return new DemoType(
        row.id(),
        row.slug(),
        row.name(),
        row.about(),
        row.place(),
        row.open(),
        row.version(),
        json.readValue(row.terms(), DemoTerms.class));
  }

  /** Who gives demos of the type and may be booked now. */
  Mono<List<DemoHost>> pool(UUID type) {
    return hosts(type).filter(DemoHost::active).collectList();
  }

  /** Everybody of the type's pool. */
  Flux<DemoHost> hosts(UUID type) {
    return db.sql(
            """
            select type, account, name, fixed, weight, priority, day_cap, calibration, active
            from demo_host where type = :type order by name, account
            """)
        .bind("type", type)
        .mapProperties(DemoHost.class)
        .all();
  }

  /** Writes a new type; empty when its name is taken. */
  Mono<UUID> add(DemoType type) {
    return db.sql(
            """
            insert into demo_type (id, slug, name, about, place, open, terms)
            values (:id, :slug, :name, :about, :place, :open, :terms) on conflict do nothing
            """)
        .bind("id", type.id())
        .bind("slug", type.slug())
        .bind("name", type.name())
        .bind("about", type.about())
        .bind("place", type.place())
        .bind("open", type.open())
        .bind("terms", Json.of(json.writeValueAsBytes(type.terms())))
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .map(_ -> type.id());
  }

  /** Writes over the version that was read; empty when somebody else did so meanwhile. */
  Mono<UUID> change(DemoType type) {
    return db.sql(
            """
            update demo_type set name = :name, about = :about, place = :place, open = :open,
              terms = :terms, version = version + 1, updated_at = now()
            where id = :id and version = :version
            """)
        .bind("id", type.id())
        .bind("version", type.version())
        .bind("name", type.name())
        .bind("about", type.about())
        .bind("place", type.place())
        .bind("open", type.open())
        .bind("terms", Json.of(json.writeValueAsBytes(type.terms())))
        .fetch()
        .rowsUpdated()
        .filter(rows -> rows == 1)
        .map(_ -> type.id());
  }

  /** Puts somebody into the pool, or changes how they stand in it. */
  Mono<Void> put(DemoHost host) {
    return db.sql(
            """
            insert into demo_host
              (type, account, name, fixed, weight, priority, day_cap, calibration, active)
            values (:type, :account, :name, :fixed, :weight, :priority, :cap, :calibration, :active)
            on conflict (type, account) do update set name = excluded.name,
              fixed = excluded.fixed, weight = excluded.weight, priority = excluded.priority,
              day_cap = excluded.day_cap, calibration = excluded.calibration,
              active = excluded.active
            """)
        .bind("type", host.type())
        .bind("account", host.account())
        .bind("name", host.name())
        .bind("fixed", host.fixed())
        .bind("weight", host.weight())
        .bind("priority", host.priority())
        .bind("cap", host.dayCap())
        .bind("calibration", host.calibration())
        .bind("active", host.active())
        .then();
  }

  Mono<Void> remove(UUID type, UUID account) {
    return db.sql("delete from demo_host where type = :type and account = :account")
        .bind("type", type)
        .bind("account", account)
        .then();
  }
}
