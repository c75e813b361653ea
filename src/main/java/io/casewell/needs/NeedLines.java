package io.casewell.needs;

import io.casewell.catalogue.Role;
import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The list of a firm's needs: filtered, searched, sorted and paged by the database. */
@Component
class NeedLines {
  static final int PAGE = 20;

  private static final Map<String, String> ORDERS =
      Map.of(
          "title", "lower(title)",
          "role", "role",
          "state", "state",
          "seats", "seats",
          "hours", "hours_per_week",
          "start", "start_date",
          "posted", "coalesce(posted_at, created_at)");

  private final DatabaseClient db;
  private final Tenancy tx;

  NeedLines(DatabaseClient db, Tenancy tx) {
    this.db = db;
    this.tx = tx;
  }

  /** One row, as kept. */
  record Row(
      UUID id,
      String title,
      String role,
      String state,
      int seats,
      int hoursPerWeek,
      LocalDate startDate,
      Instant createdAt,
      @Nullable Instant postedAt) {
    Role asRole() {
      return Role.of(role).orElseThrow();
    }

    NeedState asState() {
      return NeedState.of(state).orElseThrow();
    }
  }

  /** How many there are in all, and how many of those asked for. */
  record Count(long every, long found) {}

  static boolean sortable(String sort) {
    return ORDERS.containsKey(sort);
  }

  Flux<Row> page(Caller.FirmMember member, ListQuery query) {
    return rows(member, query, PAGE, (query.page() - 1) * PAGE);
  }

  /** The whole list, the first ten thousand. */
  Flux<Row> all(Caller.FirmMember member, ListQuery query) {
    return rows(member, query, 10_000, 0);
  }

  private Flux<Row> rows(Caller.FirmMember member, ListQuery query, int limit, int offset) {
    var sql =
        """
        select id, title, role, state, seats, hours_per_week, start_date, created_at, posted_at
        from need where firm = :firm and (:state = '' or state = :state)
          and (:words = '' or title ilike :like)
          and (not :mine or id in (select need from need_assignment where account = :me))
        order by %s %s, id desc limit :limit offset :offset
        """
            .formatted(
                ORDERS.getOrDefault(query.sort(), "created_at"),
                query.descending() ? "desc" : "asc");
    return bound(db.sql(sql), member, query)
        .bind("limit", limit)
        .bind("offset", offset)
        .mapProperties(Row.class)
        .all()
        .as(tx::transactional);
  }

  Mono<Count> count(Caller.FirmMember member, ListQuery query) {
    return bound(
            db.sql(
                """
                select count(*) as every, count(*) filter (where (:state = '' or state = :state)
                  and (:words = '' or title ilike :like)
                  and (not :mine or id in (select need from need_assignment where account = :me)))
                  as found
                from need where firm = :firm
                """),
            member,
            query)
        .mapProperties(Count.class)
        .one()
        .as(tx::transactional);
  }

  private record InState(String state, long count) {}

  /** How many there are in each state with these words, by the state's code. */
  Mono<Map<String, Long>> byState(Caller.FirmMember member, ListQuery query) {
    return db.sql(
            """
            select state, count(*) as count from need
            where firm = :firm and (:words = '' or title ilike :like) group by state
            """)
        .bind("firm", member.firm().value())
        .bind("words", query.words())
        .bind("like", like(query))
        .mapProperties(InState.class)
        .all()
        .collectMap(InState::state, InState::count)
        .as(tx::transactional);
  }

  private static String like(ListQuery query) {
    var literal = query.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + literal + "%";
  }

  private static DatabaseClient.GenericExecuteSpec bound(
      DatabaseClient.GenericExecuteSpec statement, Caller.FirmMember member, ListQuery query) {
    return statement
        .bind("firm", member.firm().value())
        .bind("me", member.account().value())
        .bind("mine", query.mine())
        .bind("state", query.state())
        .bind("words", query.words())
        .bind("like", like(query));
  }
}
