package io.casewell.pricing;

import io.casewell.catalogue.Role;
import io.casewell.platform.StaffId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rate each staff member has, as given, and the bill rates derived from it. */
@Component
public class StaffRates {
  private final DatabaseClient db;

  StaffRates(DatabaseClient db) {
    this.db = db;
  }

  /**
   * An imported bill rate.
   *
   * @param rate of kind bill
   * @param roles the roles offered; it is the bill rate of each
   */
  public record Imported(StaffId staff, StaffRate rate, List<Role> roles) {
    public Imported {
      if (rate.kind() != StaffRate.Kind.BILL) {
        throw new IllegalArgumentException("an import brings bill rates");
      }
    }
  }

  /** The rate as given; empty when none is. Only the person and operations may ask. */
  public Mono<StaffRate> find(StaffId staff) {
    return find(staff, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<StaffRate> locked(StaffId staff) {
    return find(staff, " for update");
  }

  private Mono<StaffRate> find(StaffId staff, String lock) {
    return db.sql("select kind, cents from staff_rate where staff = :staff" + lock)
        .bind("staff", staff.value())
        .mapProperties(Row.class)
        .one()
        .map(row -> new StaffRate(StaffRate.Kind.of(row.kind()), row.cents()));
  }

  private record Row(String kind, int cents) {}

  /** The roles somebody offers, read off their public card. */
  Mono<List<Role>> roles(StaffId staff) {
    return db.sql("select unnest(roles) from staff_card where staff = :staff")
        .bind("staff", staff.value())
        .mapValue(String.class)
        .all()
        .map(code -> Role.of(code).orElseThrow())
        .sort()
        .collectList();
  }

  /** Writes one rate as given. */
  Mono<Void> put(StaffId staff, StaffRate rate) {
    return db.sql(
            """
            insert into staff_rate (staff, kind, cents) values (:staff, :kind, :cents)
            on conflict (staff) do update set
              kind = excluded.kind, cents = excluded.cents, updated_at = now()
            """)
        .bind("staff", staff.value())
        .bind("kind", rate.kind().code())
        .bind("cents", rate.cents())
        .then();
  }

  /** Writes the bill rate of a role, or takes it away; who writes it need not be able to read. */
  Mono<Void> putBillRate(StaffId staff, Role role, @Nullable Integer cents) {
    var statement =
        db.sql("select put_bill_rate(:staff, :role, :cents)")
            .bind("staff", staff.value())
            .bind("role", role.code());
    return (cents == null
            ? statement.bindNull("cents", Integer.class)
            : statement.bind("cents", cents))
        .then();
  }

  /**
   * Derives the bill rates of everybody with a pay rate anew, by this version of the card.
   *
   * @return whose bill rate changed
   */
  Flux<StaffId> derive(int version) {
    return db.sql(
            """
            with changed as (
              insert into bill_rate as b (staff, role, cents)
              select r.staff, l.role,
                greatest(l.floor_cents, (r.cents::bigint * l.markup_basis_points + 9999) / 10000)
              from staff_rate r
                join staff_card c on c.staff = r.staff
                join rate_card_line l on l.version = :version and l.role = any(c.roles)
              where r.kind = 'pay'
              on conflict (staff, role) do update set cents = excluded.cents
                where b.cents <> excluded.cents
              returning b.staff)
            select distinct staff from changed order by staff
            """)
        .bind("version", version)
        .mapValue(UUID.class)
        .all()
        .map(StaffId::new);
  }

  /**
   * Writes many imported bill rates, exactly as given, in three statements, in the running
   * transaction of operations.
   */
  public Mono<Void> putAll(Collection<Imported> all) {
    if (all.isEmpty()) {
      return Mono.empty();
    }
    // always in this order, so that two imports at once wait and do not deadlock
    var sorted = all.stream().sorted(Comparator.comparing(one -> one.staff().value())).toList();
    return putRates(sorted).then(dropBillRates(sorted)).then(putBillRates(sorted));
  }

  private Mono<Void> putRates(List<Imported> all) {
    return db.sql(
            """
            insert into staff_rate (staff, kind, cents)
            select r.staff, 'bill', r.cents from unnest(:staff, :cents) as r(staff, cents)
            on conflict (staff) do update set
              kind = excluded.kind, cents = excluded.cents, updated_at = now()
            """)
        .bind("staff", ids(all))
        .bind("cents", all.stream().map(one -> one.rate().cents()).toArray(Integer[]::new))
        .then();
  }

  private Mono<Void> dropBillRates(List<Imported> all) {
    return db.sql("delete from bill_rate where staff = any(:staff)").bind("staff", ids(all)).then();
  }

  private Mono<Void> putBillRates(List<Imported> all) {
    var staff = new ArrayList<UUID>();
    var roles = new ArrayList<String>();
    var cents = new ArrayList<Integer>();
    for (var one : all) {
      for (var role : one.roles()) {
        staff.add(one.staff().value());
        roles.add(role.code());
        cents.add(one.rate().cents());
      }
    }
    return db.sql("insert into bill_rate select * from unnest(:staff, :roles, :cents)")
        .bind("staff", staff.toArray(UUID[]::new))
        .bind("roles", roles.toArray(String[]::new))
        .bind("cents", cents.toArray(Integer[]::new))
        .then();
  }

  private static UUID[] ids(List<Imported> all) {
    return all.stream().map(one -> one.staff().value()).toArray(UUID[]::new);
  }
}
