package io.casewell.needs;

import io.casewell.platform.Caller;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a need of a draft, which is gone then: both or neither, and once. */
@Component
class PostDraft {
  private final NeedDrafts drafts;
  private final PostNeed postNeed;
  private final DatabaseClient db;
  private final Tenancy tx;

  PostDraft(NeedDrafts drafts, PostNeed postNeed, DatabaseClient db, Tenancy tx) {
    this.drafts = drafts;
    this.postNeed = postNeed;
    this.db = db;
    this.tx = tx;
  }

  /** The need this person's draft has become already; empty while it has not. */
  Mono<NeedId> posted(UUID draft, Caller.FirmMember by) {
    return db.sql("select answer from idempotency where actor = :actor and key = :key")
        .bind("actor", by.account().value())
        .bind("key", key(draft))
        .mapValue(String.class)
        .one()
        .map(NeedId::of)
        .as(tx::transactional);
  }

  private static String key(UUID draft) {
    return "draft " + draft;
  }

  /**
   * Posts what the draft asks for; the draft's id is the key, so a second click makes no second.
   */
  Mono<NeedId> post(UUID draft, List<NeedInput> inputs, Caller.FirmMember by) {
    return postNeed
        .post(inputs, NeedState.OPEN, by, key(draft))
        .delayUntil(_ -> drafts.remove(draft, by.firm()))
        .as(tx::transactional);
  }
}
