package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What has served is taken away, and nothing else. */
@CasewellTest
class CleanUpTest {
  @Autowired CleanUp cleanUp;
  @Autowired Worker worker;

  @Test
  void takesAwayWhatIsOver() {
    var account = Ids.next();
    write(
        "insert into account (id, issuer, subject, name) values (:id, 'swept', :id, 'S')", account);
    var session =
        "insert into session (id_hash, account, realm, expires_at) values (sha256('%s' || :id::text"
            + "::bytea), :id, 'visitor', now() %s interval '1 minute')";
    write(session.formatted("over", "-"), account);
    write(session.formatted("still", "+"), account);
    var attempt =
        "insert into sign_in_attempt values (sha256('%s' || :id::text::bytea), sha256(:id::text"
            + "::bytea), '', now() %s interval '1 minute')";
    write(attempt.formatted("over", "-"), account);
    write(attempt.formatted("still", "+"), account);
    var key =
        "insert into idempotency values (:id, '%s', sha256('x'), 'answer', now() - interval '%d"
            + " days')";
    write(key.formatted("over", 31), account);
    write(key.formatted("still", 29), account);

    cleanUp.run().block();

    assertThat(texts("select (expires_at > now())::text from session where account = :id", account))
        .containsExactly("true");
    assertThat(
            texts(
                "select (expires_at > now())::text from sign_in_attempt"
                    + " where browser_hash = sha256(:id::text::bytea)",
                account))
        .containsExactly("true");
    assertThat(texts("select key from idempotency where actor = :id", account))
        .containsExactly("still");
  }

  private void write(String sql, UUID account) {
    worker.db().sql(sql.replace(":id", "'" + account + "'")).then().block();
  }

  private List<String> texts(String sql, UUID account) {
    return worker
        .db()
        .sql(sql.replace(":id", "'" + account + "'"))
        .mapValue(String.class)
        .all()
        .collectList()
        .blockOptional()
        .orElse(List.of());
  }
}
