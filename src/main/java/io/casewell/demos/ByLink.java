package io.casewell.demos;

import io.casewell.platform.Caller;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import java.util.HexFormat;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Runs what somebody does who holds a link: as a visitor, in a transaction to which the database
 * shows what the link leads to and nothing else, whoever is signed in beside it.
 */
@Component
class ByLink {
  private static final int TOKEN = 43;

  private final DatabaseClient db;
  private final Tenancy tx;

  ByLink(DatabaseClient db, Tenancy tx) {
    this.db = db;
    this.tx = tx;
  }

  /**
   * Runs this.
   *
   * @param work gets the SHA-256 of the token
   */
  <T> Mono<T> open(String token, Function<byte[], Mono<T>> work) {
    if (token.length() != TOKEN) {
      return Mono.error(Refusal.notFound());
    }
    var hash = Secrets.hash(token);
    return db.sql("select set_config('app.link', :hash, true)")
        .bind("hash", HexFormat.of().formatHex(hash))
        .then()
        .then(Mono.defer(() -> work.apply(hash)))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }
}
