package io.casewell.needs;

import io.casewell.catalogue.Role;
import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What of a firm's needs belongs on somebody's first page. */
@Component
public class NeedsDesk {
  private static final int SHOWN = 6;
  private static final int DAYS = 7;

  private final DatabaseClient db;
  private final NeedDrafts drafts;
  private final Tenancy tx;
  private final Clock clock;

  NeedsDesk(DatabaseClient db, NeedDrafts drafts, Tenancy tx, Clock clock) {
    this.db = db;
    this.drafts = drafts;
    this.tx = tx;
    this.clock = clock;
  }

  /**
   * A firm's needs at a glance.
   *
   * @param counts by the state's code
   * @param unfinished drafts to go on with
   * @param mine open needs the viewer looks after
   * @param starting open needs whose first day lies within the week, by day
   * @param postedBy whether anything was ever posted
   * @param named whether the parties of any need are named
   */
  public record Glance(
      Map<String, Long> counts,
      List<Unfinished> unfinished,
      List<Line> mine,
      List<Line> starting,
      boolean postedBy,
      boolean named) {
    /** How many needs are in this state. */
    public long in(String state) {
      return counts.getOrDefault(state, 0L);
    }
  }

  /** A need in a short list. */
  public record Line(String id, String title, String role, String day) {}

  private record Row(UUID id, String title, String role, LocalDate startDate) {
    Line line() {
      return new Line(
          id.toString(),
          title,
          Role.of(role).map(Role::label).orElse(role),
          NeedWords.weekday(startDate));
    }
  }

  private record InState(String state, long count) {}

  private record Begun(boolean posted, boolean named) {}

  /** The needs of the viewer's firm at this moment. */
  public Mono<Glance> of(Caller.FirmMember member, ZoneId zone) {
    var today = LocalDate.ofInstant(clock.instant(), zone);
    return Mono.zip(
            counts(member),
            unfinished(member),
            lines(db.sql(MINE).bind("me", member.account().value()), member),
            lines(db.sql(STARTING).bind("from", today).bind("until", today.plusDays(DAYS)), member),
            begun(member))
        .map(all ->
            new Glance(
                all.getT1(),
                all.getT2(),
                all.getT3(),
                all.getT4(),
                all.getT5().posted(),
                all.getT5().named()))
        .as(tx::transactional);
  }

  private static final String MINE =
      """
      select n.id, n.title, n.role, n.start_date from need n
        join need_assignment a on a.need = n.id
      where n.firm = :firm and a.account = :me and n.state in ('draft', 'open', 'paused')
      order by n.start_date, n.id limit :most
      """;

  private static final String STARTING =
      """
      select n.id, n.title, n.role, n.start_date from need n
      where n.firm = :firm and n.state in ('open', 'filled')
        and n.start_date between :from and :until
      order by n.start_date, n.id limit :most
      """;

  private static Mono<List<Line>> lines(
      DatabaseClient.GenericExecuteSpec statement, Caller.FirmMember member) {
    return statement
        .bind("firm", member.firm().value())
        .bind("most", SHOWN)
        .mapProperties(Row.class)
        .all()
        .map(Row::line)
        .collectList();
  }

  private Mono<Map<String, Long>> counts(Caller.FirmMember member) {
    return db.sql("select state, count(*) as count from need where firm = :firm group by state")
        .bind("firm", member.firm().value())
        .mapProperties(InState.class)
        .all()
        .collectMap(InState::state, InState::count);
  }

  private Mono<List<Unfinished>> unfinished(Caller.FirmMember member) {
    return drafts
        .of(member.firm(), SHOWN)
        .map(draft -> Unfinished.of(draft, clock.instant()))
        .collectList();
  }

  private Mono<Begun> begun(Caller.FirmMember member) {
    return db.sql(
            """
            select exists (select from need where firm = :firm and posted_at is not null) as posted,
              exists (select from need_parties where firm = :firm and names <> '[]') as named
            """)
        .bind("firm", member.firm().value())
        .mapProperties(Begun.class)
        .one();
  }
}
