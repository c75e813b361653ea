package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Audit;
import io.casewell.platform.Outbox;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happens to a verified credential as its last day comes and goes. */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class WatchCredentialsTest {

  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired Outbox outbox;
  @Autowired Audit audit;
  @Autowired ObjectProvider<RankedFacts> facts;

  private Somebody me(LocalDate until) {
    return Somebody.of(ending(until), importStaff, worker, port);
  }

  private static Map<String, Object> ending(LocalDate until) {
    var record = Somebody.record();
    record.put(
        "credentials",
        List.of(
            Map.of(
                "code",
                "NALA-CP",
                "number",
                "1",
                "validUntil",
                until.toString(),
                "verified",
                true)));
    return record;
  }

  private void runOn(LocalDate day) {
    var clock = Clock.fixed(Instant.parse(day + "T09:00:00Z"), ZoneOffset.UTC);

    new WatchCredentials(worker, outbox, audit, facts, clock)
        .run()
        .block(java.time.Duration.ofSeconds(30));
  }

  private String told(Somebody somebody) {
    return worker
        .db()
        .sql(
            """
            select coalesce(string_agg(type || coalesce(' ' || (payload ->> 'days'), ''), ', '
              order by version), '') from outbox
            where aggregate_kind = 'credential' and payload -> 'staff' ->> 'value' = :staff
            """)
        .bind("staff", somebody.staff().toString())
        .mapValue(String.class)
        .one()
        .blockOptional()
        .orElse("");
  }

  private String state(Somebody somebody) {
    return worker
        .db()
        .sql("select state || ' ' || version from credential where staff = :staff")
        .bind("staff", somebody.staff().value())
        .mapValue(String.class)
        .one()
        .blockOptional()
        .orElse("");
  }

  private long facts(Somebody somebody) {
    Long count =
        worker
            .db()
            .sql("select count(*) from rankable where staff = :staff")
            .bind("staff", somebody.staff().value())
            .mapValue(Long.class)
            .one()
            .block();
    return count == null ? 0 : count;
  }

  @Test
  void tellsThreeTimesAndThenLetsItExpire() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var me = me(today.plusDays(89));
    var later = me(today.plusDays(95));
    runOn(today);
    runOn(today);
    assertThat(told(me)).isEqualTo("CredentialExpiring 90");
    assertThat(told(later)).isEmpty();
    // the others' days are not moved: a term of its own, told of once more
    move(me, today.plusDays(20));
    runOn(today);
    runOn(today);
    assertThat(told(me)).isEqualTo("CredentialExpiring 90, CredentialExpiring 30");
    move(me, today.plusDays(7));
    runOn(today);
    assertThat(told(me))
        .isEqualTo("CredentialExpiring 90, CredentialExpiring 30, CredentialExpiring 7");
    assertThat(state(me)).isEqualTo("verified 3");
    move(me, today);
    runOn(today);
    assertThat(state(me)).as("valid on its last day").isEqualTo("verified 4");
    move(me, today.minusDays(1));
    long before = facts(me);
    runOn(today);
    runOn(today);
    assertThat(state(me)).isEqualTo("expired 5");
    assertThat(told(me)).endsWith("CredentialExpired");
    assertThat(facts(me)).as("matching is told").isEqualTo(before + 1);
    assertThat(
            worker
                .db()
                .sql(
                    """
                    select realm || ' ' || what from audit_event
                    where subject_kind = 'credential' and staff = :staff
                    """)
                .bind("staff", me.staff().value())
                .mapValue(String.class)
                .one()
                .block())
        .isEqualTo("worker expired");
  }

  @Test
  void tellsOfMoreThanABatchThatEndAtOnce() {
    var today = LocalDate.now(ZoneOffset.UTC);
    var mark = Somebody.many(250, ending(today.plusDays(85)), importStaff);
    runOn(today);
    Long told =
        worker
            .db()
            .sql(
                "select count(*) from credential_notice n join staff s on s.id = n.staff"
                    + " where starts_with(s.external_id, :mark)")
            .bind("mark", mark)
            .mapValue(Long.class)
            .one()
            .block();
    assertThat(told).isEqualTo(250);
  }

  private void move(Somebody somebody, LocalDate end) {
    worker
        .db()
        .sql("update credential set valid_until = :end where staff = :staff")
        .bind("end", end)
        .bind("staff", somebody.staff().value())
        .then()
        .block();
  }
}
