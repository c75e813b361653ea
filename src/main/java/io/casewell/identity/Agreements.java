package io.casewell.identity;

import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who agreed to which version of the terms and the privacy notice. */
@Component
public class Agreements {
  /** Every document in the version that stands. */
  static final String[] CURRENT =
      Arrays.stream(Document.values())
          .map(one -> one.word() + " " + one.version())
          .toArray(String[]::new);

  private final DatabaseClient db;
  private final Audit audit;

  Agreements(DatabaseClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** Whether this account agreed to every document as it stands now. */
  public Mono<Boolean> standing(AccountId account) {
    return db.sql("select document || ' ' || version from accepted_by(:account)")
        .bind("account", account.value())
        .mapValue(String.class)
        .all()
        .collect(Collectors.toSet())
        .map(Agreements::covers);
  }

  private static boolean covers(Set<String> accepted) {
    return accepted.containsAll(Set.of(CURRENT));
  }

  /** Notes that this account agreed to both as they stand now; again changes nothing. */
  public Mono<Void> accept(AccountId account) {
    return standing(account).flatMap(agreed -> agreed ? Mono.empty() : agree(account));
  }

  private Mono<Void> agree(AccountId account) {
    return Flux.fromArray(Document.values())
        .concatMap(one ->
            db.sql("select accept_document(:account, :document, :version)")
                .bind("account", account.value())
                .bind("document", one.word())
                .bind("version", one.version())
                .then())
        .then(
            audit.append(
                new Audit.Entry(
                    "account",
                    account.value(),
                    null,
                    null,
                    "agreed",
                    null,
                    Map.of(
                        "terms", Document.TERMS.version(),
                        "privacy", Document.PRIVACY.version()))));
  }
}
