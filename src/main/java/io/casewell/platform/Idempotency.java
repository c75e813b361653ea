package io.casewell.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * One key, one result. The same key and payload give the first answer again; another payload under
 * the key is refused. The unique key makes a second request wait for the first to commit. Must run
 * inside the transaction of the work.
 */
@Component
public class Idempotency {
  private final DatabaseClient db;

  Idempotency(DatabaseClient db) {
    this.db = db;
  }

  private record Earlier(byte[] payloadHash, @Nullable String answer) {}

  /**
   * Does the work once.
   *
   * @param actor whose key it is
   * @param key 1 to 255 characters, or empty to do the work without a key
   * @param payload what was asked, in a canonical form
   * @param work gives the answer to keep, e.g. the new row's id
   */
  public Mono<String> once(UUID actor, String key, String payload, Mono<String> work) {
    if (key.isEmpty()) {
      return work;
    }
    if (key.length() > 255 || key.chars().anyMatch(Character::isISOControl)) {
      var problems = new Problems();
      problems.add(
          "Idempotency-Key", "The key may have at most 255 characters, none of them a control.");
      return Mono.error(new Refusal.Invalid(problems));
    }
    var hash = Secrets.hash(payload);
    return claimed(actor, key, hash)
        .flatMap(_ -> work.delayUntil(answer -> keep(actor, key, answer)))
        .switchIfEmpty(Mono.defer(() -> earlier(actor, key, hash)));
  }

  private Mono<Integer> claimed(UUID actor, String key, byte[] hash) {
    return db.sql(
            """
            insert into idempotency (actor, key, payload_hash) values (:actor, :key, :hash)
            on conflict do nothing returning 1 as one
            """)
        .bind("actor", actor)
        .bind("key", key)
        .bind("hash", hash)
        .mapValue(Integer.class)
        .one();
  }

  private Mono<Void> keep(UUID actor, String key, String answer) {
    return db.sql("update idempotency set answer = :answer where actor = :actor and key = :key")
        .bind("answer", answer)
        .bind("actor", actor)
        .bind("key", key)
        .then();
  }

  private Mono<String> earlier(UUID actor, String key, byte[] hash) {
    return db.sql(
            "select payload_hash, answer from idempotency where actor = :actor and key = :key")
        .bind("actor", actor)
        .bind("key", key)
        .mapProperties(Earlier.class)
        .one()
        .map(earlier -> same(earlier, hash));
  }

  private static String same(Earlier earlier, byte[] hash) {
    if (!java.util.Arrays.equals(earlier.payloadHash(), hash)) {
      var problems = new Problems();
      problems.add(
          "Idempotency-Key", "This key was used before with other content. Use a new key.");
      throw new Refusal.Invalid(problems);
    }
    return String.valueOf(earlier.answer());
  }
}
