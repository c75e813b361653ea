package io.casewell.calendar;

import io.casewell.calendar.IcsReader.Stretch;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calendars kept elsewhere, and the busy time they gave. */
@Component
class BusySources {
  private static final String COLUMNS =
      "select id, person, kind, name, host, address, tag, state, says, checked_at, good_at, read_at"
          + " from busy_source ";

  private final DatabaseClient db;
  private final Secrets secrets;

  BusySources(DatabaseClient db, Secrets secrets) {
    this.db = db;
    this.secrets = secrets;
  }

  /**
   * One of them.
   *
   * @param kind address or file
   * @param host where it stands, without the secret part, or empty
   * @param sealed the address as it is kept, or null
   * @param state good, or failing while the last good copy counts
   * @param says what the last look brought, in a sentence
   */
  record Source(
      UUID id,
      UUID person,
      String kind,
      String name,
      String host,
      byte @Nullable [] sealed,
      String tag,
      String state,
      String says,
      Instant checkedAt,
      Instant goodAt,
      Instant readAt) {
    boolean failing() {
      return state.equals("failing");
    }
  }

  private record Row(
      UUID id,
      UUID person,
      String kind,
      String name,
      String host,
      byte @Nullable [] address,
      String tag,
      String state,
      String says,
      Instant checkedAt,
      Instant goodAt,
      Instant readAt) {
    Source source() {
      return new Source(
          id, person, kind, name, host, address, tag, state, says, checkedAt, goodAt, readAt);
    }
  }

  /** The address of one that has one. */
  URI address(Source source) {
    var sealed = source.sealed() == null ? new byte[0] : source.sealed();
    return URI.create(
        new String(secrets.open(sealed, context(source.id())), StandardCharsets.UTF_8));
  }

  private static String context(UUID id) {
    return "busy source " + id;
  }

  Flux<Source> of(Person person) {
    return db.sql(COLUMNS + "where person = :person order by created_at, id")
        .bind("person", person.id())
        .mapProperties(Row.class)
        .all()
        .map(Row::source);
  }

  Mono<Source> find(Person person, UUID id) {
    return db.sql(COLUMNS + "where person = :person and id = :id")
        .bind("person", person.id())
        .bind("id", id)
        .mapProperties(Row.class)
        .one()
        .map(Row::source);
  }

  /** Those with an address that were not looked at since then, the longest ago first. */
  Flux<Source> due(DatabaseClient through, Instant since, int most) {
    return through
        .sql(
            COLUMNS
                + "where kind = 'address' and checked_at <= :since order by checked_at limit "
                + most)
        .bind("since", at(since))
        .mapProperties(Row.class)
        .all()
        .map(Row::source);
  }

  /** By whose clock a person's whole days are. */
  Mono<ZoneId> zone(DatabaseClient through, UUID person) {
    return through
        .sql(
            """
            select coalesce((select zone from working_hours where staff = :person),
              (select zone from rep_hours where account = :person), 'America/New_York')
            """)
        .bind("person", person)
        .mapValue(String.class)
        .one()
        .map(ZoneId::of);
  }

  Mono<ZoneId> zone(Person person) {
    return zone(db, person.id());
  }

  /** Adds it and says so; one with the same fingerprint stays as it is. */
  Mono<Boolean> add(
      UUID id,
      Caller caller,
      String name,
      @Nullable URI address,
      byte[] fingerprint,
      String tag,
      String says,
      Instant now) {
    var statement =
        db.sql(
                """
                insert into busy_source (id, person, account, kind, name, host, address, fingerprint,
                  tag, state, says, checked_at, good_at, read_at)
                values (:id, :person, :account, :kind, :name, :host, :address, :fingerprint,
                  :tag, 'good', :says, :now, :now, :now)
                on conflict (person, fingerprint) do nothing
                """)
            .bind("id", id)
            .bind("person", Person.of(caller).id())
            .bind("account", account(caller).value())
            .bind("kind", address == null ? "file" : "address")
            .bind("name", name)
            .bind("host", address == null ? "" : address.getHost())
            .bind("fingerprint", fingerprint)
            .bind("tag", tag)
            .bind("says", says)
            .bind("now", at(now));
    return (address == null
            ? statement.bindNull("address", byte[].class)
            : statement.bind(
                "address",
                secrets.seal(address.toString().getBytes(StandardCharsets.UTF_8), context(id))))
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  static AccountId account(Caller caller) {
    return switch (caller) {
      case Caller.Professional(_, var account) -> account;
      case Caller.SalesRep(var account, _) -> account;
      default -> throw io.casewell.platform.Refusal.notFound();
    };
  }

  /** Puts busy time in place of what this calendar gave before. */
  Mono<Void> replace(DatabaseClient through, UUID person, UUID source, List<Stretch> busy) {
    return through
        .sql("delete from busy_block where person = :person and source = :source")
        .bind("person", person)
        .bind("source", source)
        .then()
        .then(busy.isEmpty() ? Mono.empty() : insert(through, person, source, busy));
  }

  private static Mono<Void> insert(
      DatabaseClient through, UUID person, UUID source, List<Stretch> busy) {
    return through
        .sql(
            """
            insert into busy_block (person, source, start_at, end_at)
            select :person, :source, x.s, x.e from unnest(:starts, :ends) as x(s, e)
            """)
        .bind("person", person)
        .bind("source", source)
        .bind("starts", times(busy.stream().map(Stretch::start).toList()))
        .bind("ends", times(busy.stream().map(Stretch::end).toList()))
        .then();
  }

  private static OffsetDateTime[] times(List<Instant> all) {
    return all.stream().map(BusySources::at).toArray(OffsetDateTime[]::new);
  }

  private static OffsetDateTime at(Instant instant) {
    return Appointments.at(instant);
  }

  /** What a look brought; the tag and the moment it was read only where all of it was. */
  Mono<Void> looked(
      DatabaseClient through,
      Source source,
      boolean good,
      String says,
      @Nullable String readTag,
      Instant now) {
    var statement =
        through
            .sql(
                """
                update busy_source set state = :state, says = :says, checked_at = :now,
                  good_at = case when :good then :now else good_at end,
                  read_at = case when :tag::text is null then read_at else :now end,
                  tag = coalesce(:tag::text, tag)
                where id = :id and person = :person
                """)
            .bind("state", good ? "good" : "failing")
            .bind("says", says)
            .bind("now", at(now))
            .bind("good", good)
            .bind("id", source.id())
            .bind("person", source.person());
    return (readTag == null
            ? statement.bindNull("tag", String.class)
            : statement.bind("tag", readTag))
        .then();
  }

  Mono<Boolean> remove(Person person, UUID id) {
    return replace(db, person.id(), id, List.of())
        .then(
            db.sql("delete from busy_source where person = :person and id = :id")
                .bind("person", person.id())
                .bind("id", id)
                .fetch()
                .rowsUpdated())
        .map(n -> n > 0);
  }
}
