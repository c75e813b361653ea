package io.casewell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.CasewellTest;
import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.DatabaseSettings;
import io.casewell.platform.FreshDatabase;
import io.casewell.platform.SignIns;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** The setting names the first administrator of an empty installation, and nobody after that. */
@CasewellTest
class FirstAdminTest {
  private static final String ISSUER = "https://issuer.example";

  @Autowired DatabaseSettings running;
  @Autowired Audit audit;

  private DatabaseClient fresh() {
    var settings = FreshDatabase.migrated(running, "first_admin_test").settings();
    return DatabaseClient.create(
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username("casewell_app")
                .password(settings.appPassword())
                .build()));
  }

  private static AccountId signIn(DatabaseClient db, String subject) {
    var id =
        db.sql("select id from sign_in(:id, :issuer, :subject, 'N', '')")
            .bind("id", UUID.randomUUID())
            .bind("issuer", ISSUER)
            .bind("subject", subject)
            .mapValue(UUID.class)
            .one()
            .block();
    return new AccountId(java.util.Objects.requireNonNull(id));
  }

  private static java.util.List<String> hats(DatabaseClient db, AccountId account) {
    return java.util.Objects.requireNonNull(
        db.sql("select realm from hats_of(:account)")
            .bind("account", account.value())
            .mapValue(String.class)
            .all()
            .collectList()
            .block());
  }

  private static SignIns.Identity identity(String issuer, String subject) {
    return new SignIns.Identity(issuer, subject, "N", "", null);
  }

  @Test
  void becomesOneAtTheFirstSignIn() {
    var db = fresh();
    var named = new FirstAdmin(db, audit, "  " + ISSUER + "   00u1\n");
    var other = signIn(db, "00u2");
    named.welcome(identity(ISSUER, "00u2"), other).block();
    named.welcome(identity("https://other.example", "00u1"), other).block();
    assertThat(hats(db, other)).as("another subject, another issuer").isEmpty();

    var first = signIn(db, "00u1");
    named.welcome(identity(ISSUER, "00u1"), first).block();
    assertThat(hats(db, first)).containsExactly("operations");

    new FirstAdmin(db, audit, ISSUER + " 00u2").welcome(identity(ISSUER, "00u2"), other).block();
    assertThat(hats(db, other)).as("there is one already").isEmpty();
    new FirstAdmin(db, audit, "").welcome(identity("", ""), other).block();
    assertThat(hats(db, other)).as("nobody is named").isEmpty();
  }
}
