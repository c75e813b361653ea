package io.casewell.talent;

import io.casewell.platform.FirmId;
import io.casewell.platform.StaffId;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which firms and staff shall not meet. Each side sees its own blocks and never the other's. */
@Component
class Blocks {
  private final DatabaseClient db;

  Blocks(DatabaseClient db) {
    this.db = db;
  }

  /** Who blocked. */
  enum Side {
    FIRM("firm"),
    STAFF("staff");

    private final String code;

    Side(String code) {
      this.code = code;
    }
  }

  /** Adds the block; false when it stands already. */
  Mono<Boolean> add(Side side, FirmId firm, StaffId staff) {
    return db.sql(
            """
            insert into firm_block (staff, firm, side) values (:staff, :firm, :side)
            on conflict do nothing
            """)
        .bind("staff", staff.value())
        .bind("firm", firm.value())
        .bind("side", side.code)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** Takes the block away; false when there is none. */
  Mono<Boolean> remove(Side side, FirmId firm, StaffId staff) {
    return db.sql("delete from firm_block where staff = :staff and firm = :firm and side = :side")
        .bind("staff", staff.value())
        .bind("firm", firm.value())
        .bind("side", side.code)
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }

  /** The name on somebody's public card. */
  Mono<String> cardName(StaffId staff) {
    return db.sql("select name from staff_card where staff = :staff")
        .bind("staff", staff.value())
        .mapValue(String.class)
        .one();
  }

  /** The firms written so. */
  Flux<FirmId> named(String name) {
    return db.sql("select firm from firms_named(:name)")
        .bind("name", name)
        .mapValue(UUID.class)
        .all()
        .map(FirmId::new);
  }

  /** A block as its own side sees it. */
  record Row(UUID other, @Nullable String name, OffsetDateTime at) {}

  /** Whom the caller's firm blocked, the latest first. */
  Flux<Row> ofFirm(FirmId firm) {
    return db.sql(
            """
            select b.staff as other, c.name, b.at
            from firm_block b left join staff_card c on c.staff = b.staff
            where b.firm = :firm and b.side = 'firm' order by b.at desc, b.staff
            """)
        .bind("firm", firm.value())
        .mapProperties(Row.class)
        .all();
  }

  /** Which firms the calling staff member blocked, the latest first. */
  Flux<Row> ofStaff() {
    return db.sql("select firm as other, name, at from firms_blocked() order by at desc, firm")
        .mapProperties(Row.class)
        .all();
  }
}
