package io.casewell.operations;

import io.casewell.catalogue.FollowEdits;
import io.casewell.catalogue.MergedCode;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.JobType;
import io.casewell.platform.OneTimeJob;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.RankedFacts;
import io.casewell.platform.StaffId;
import io.casewell.platform.Tenancy;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * After a merge, ranks whoever holds the old code by the new one: their facts are written anew, a
 * few hundred people at a time, in the name of whoever merged.
 */
@Component
class RenewAfterMerge implements OneTimeJob<MergedCode> {
  private static final int AT_ONCE = 500;

  private final FollowEdits follow;
  private final RankedFacts facts;
  private final DatabaseClient db;
  private final Tenancy tx;

  RenewAfterMerge(FollowEdits follow, RankedFacts facts, DatabaseClient db, Tenancy tx) {
    this.follow = follow;
    this.facts = facts;
    this.db = db;
    this.tx = tx;
  }

  @Override
  public JobType<MergedCode> type() {
    return MergedCode.RENEW;
  }

  @Override
  public Mono<Void> run(MergedCode merged) {
    var by = new Caller.Operations(new AccountId(merged.by()), Set.of(OperationsRole.ADMIN));
    return follow
        .look()
        .then(tx.transactional(holders(merged).collectList()))
        .flatMapMany(Flux::fromIterable)
        .buffer(AT_ONCE)
        .concatMap(some -> tx.transactional(facts.renew(some)))
        .then()
        .contextWrite(Tenancy.as(by));
  }

  private Flux<StaffId> holders(MergedCode merged) {
    var has =
        switch (merged.shelf()) {
          case "skills" ->
              "profile -> 'skills' @> jsonb_build_array(jsonb_build_object('skill', :code::text))";
          case "software" -> "profile -> 'software' @> to_jsonb(:code::text)";
          case "practice-areas" ->
              "profile -> 'practiceAreas'"
                  + " @> jsonb_build_array(jsonb_build_object('area', :code::text))";
          default ->
              "profile -> 'languages' @> jsonb_build_array(jsonb_build_object('code',"
                  + " :code::text))";
        };
    return db.sql("select id from staff where " + has + " order by id")
        .bind("code", merged.code())
        .mapValue(UUID.class)
        .all()
        .map(StaffId::new);
  }
}
