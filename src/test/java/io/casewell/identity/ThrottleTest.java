package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewell.CasewellTest;
import io.casewell.platform.Audit;
import io.casewell.platform.Limits;
import io.casewell.platform.Refusal;
import io.casewell.platform.SignIns;
import io.casewell.platform.Tenancy;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** One account cannot be signed in for ever, from however many addresses. */
@CasewellTest
class ThrottleTest {
  @Autowired DatabaseClient db;
  @Autowired Tenancy tx;
  @Autowired Agreements agreements;
  @Autowired FirstAdmin firstAdmin;
  @Autowired Audit audit;

  @Test
  void holdsBackAnAccountThatSignsInTooOften() {
    var sessions =
        new Sessions(
            db, tx, agreements, firstAdmin, audit, new Limits(), java.time.Clock.systemUTC(), 5);
    var busy = new SignIns.Identity("urn:throttle", UUID.randomUUID().toString(), "A", "", null);
    for (int i = 0; i < 5; i++) {
      assertThat(sessions.open(busy, "", "test").blockOptional()).isPresent();
    }
    assertThatThrownBy(() -> sessions.open(busy, "", "test").block())
        .isInstanceOf(Refusal.TooMany.class);
    var calm = new SignIns.Identity("urn:throttle", UUID.randomUUID().toString(), "B", "", null);
    assertThat(sessions.open(calm, "", "test").blockOptional()).isPresent();
  }
}
