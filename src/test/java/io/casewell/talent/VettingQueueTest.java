package io.casewell.talent;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.Somebody;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Every page of the queue comes out of an index, in its order: asked to do without scans and sorts,
 * the planner still could not if a condition kept it from the index.
 */
@CasewellTest
@SuppressWarnings("NullAway.Init")
class VettingQueueTest {
  @LocalServerPort int port;
  @Autowired ImportStaff importStaff;
  @Autowired Worker worker;
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;

  private String plan(String shelf, boolean code, boolean name) {
    var sql =
        worker
            .db()
            .sql("select vetting_sql(:shelf, :code, :name)")
            .bind("shelf", shelf)
            .bind("code", code)
            .bind("name", name)
            .mapValue(String.class)
            .one()
            .blockOptional()
            .orElseThrow()
            .replace("$1", "'2000-01-01'::timestamptz")
            .replace("$2", "'00000000-0000-0000-0000-000000000000'::uuid")
            .replace("$3", "26")
            .replace("$4", "'NALA-CP'")
            .replace("$5", "'dana'")
            .replace("$6", "'dana~'");
    var explained =
        worker
            .db()
            .sql("set local enable_seqscan = off")
            .then()
            .then(worker.db().sql("set local enable_sort = off").then())
            .thenMany(worker.db().sql("explain " + sql).mapValue(String.class).all())
            .collectList();
    return String.join("\n", worker.transactional(explained).blockOptional().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "waiting,false",
    "waiting,true",
    "second-look,false",
    "verified,false",
    "rejected,false",
    "expired,false"
  })
  void readsAPageFromAnIndexInItsOrder(String shelf, boolean code) {
    assertThat(plan(shelf, code, false))
        .contains("on credential c")
        .doesNotContain("Seq Scan")
        .doesNotContain("Sort  (");
  }

  @ParameterizedTest
  @CsvSource({"waiting", "verified"})
  void findsANameByItsBeginningFromAnIndex(String shelf) {
    assertThat(plan(shelf, false, true)).contains("staff_by_name").doesNotContain("Seq Scan");
  }

  @Test
  void isEmptyForEverybodyButOperations() {
    var somebody = Somebody.of(Somebody.record(), importStaff, worker, port);
    assertThat(rows(Somebody.OPERATIONS)).as("the sandbox has some").isPositive();
    assertThat(rows(somebody.caller())).isZero();
    assertThat(rows(new Caller.Visitor())).isZero();
  }

  private long rows(Caller caller) {
    return db.sql(
            """
            select count(*) from vetting_page('waiting', '', '', '', '-infinity',
              '00000000-0000-0000-0000-000000000000', 1000)
            """)
        .mapValue(Long.class)
        .one()
        .as(tx::transactional)
        .contextWrite(Tenancy.as(caller))
        .blockOptional()
        .orElseThrow();
  }
}
