package io.casewell.notifications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.calendar.AgreedHours;
import io.casewell.platform.Ids;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is told when the clocks change for one side of agreed hours. */
@CasewellTest
class ClockChangeTest {
  @Autowired Worker worker;
  @Autowired AgreedHours hours;
  @Autowired Desk desk;

  private final UUID source = Ids.next();
  private final UUID commitment = Ids.next();

  /** Hours agreed by Berlin's clock with somebody who lives by New York's. */
  @BeforeEach
  void agree() {
    var staff =
        text(
            """
            select s.id::text from staff s join working_hours w on w.staff = s.id
            where s.account is not null and w.zone = 'America/New_York' and s.email like '%@%'
            order by s.id limit 1
            """);
    text(
        """
        select agree_hours(jsonb_build_object('id', '%s', 'staff', '%s', 'kind', 'engagement',
          'source', '%s', 'zone', 'Europe/Berlin', 'rows',
          '[{"days":["MON","THU"],"start":"15:00","end":"18:00"}]'::jsonb, 'hoursPerWeek', 6,
          'from', '2027-01-04', 'title', 'Intake for a firm', 'madeUntil', '2027-06-01',
          'origin', 'house'), '[]')::text
        """
            .formatted(commitment, staff, source));
  }

  @AfterEach
  void takeBack() {
    text(
        "select end_hours('engagement', '%s', '2026-12-01', now(), 'over', 'house')::text"
            .formatted(source));
  }

  private String text(String sql) {
    return requireNonNull(
        worker.db().sql(sql).mapValue(String.class).one().defaultIfEmpty("").block());
  }

  private void look(String now) {
    var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    new WarnOfClockChanges(hours, worker, desk, clock).run().block();
  }

  private String told() {
    return text(
        """
        select coalesce(string_agg(split_part(cause, ' ', 4) || ' ' || split_part(cause, ' ', 5)
          || ' ' || (facts ->> 'before') || ' ' || (facts ->> 'after'), ', ' order by id), '')
        from mail where cause like 'clock change %s %%'
        """
            .formatted(commitment));
  }

  @Test
  void tellsOnceEarlyAndOnceShortlyBefore() {
    look("2027-02-20T12:00:00Z");
    assertThat(told()).isEmpty();
    look("2027-03-08T12:00:00Z");
    look("2027-03-08T18:00:00Z");
    assertThat(told()).isEqualTo("2027-03-15 14 09:00 10:00");
    look("2027-03-13T12:00:00Z");
    look("2027-03-14T12:00:00Z");
    assertThat(told()).isEqualTo("2027-03-15 14 09:00 10:00, 2027-03-15 2 09:00 10:00");
    assertThat(
            text(
                "select count(*)::text from notice where cause like 'clock change %s %%' and title"
                        .formatted(commitment)
                    + " = 'From Monday, March 15 on, agreed hours begin at 10:00 AM for you'"))
        .isEqualTo("2");
  }
}
