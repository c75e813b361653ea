package io.casewell.demos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Who sells. */
@Component
class SalesTeam {
  private final DatabaseClient db;

  SalesTeam(DatabaseClient db) {
    this.db = db;
  }

  /** Somebody of the sales team. */
  record Member(UUID account, String name, String email, boolean lead) {
    /** Their names by account, in this order. */
    static Map<UUID, String> byId(List<Member> team) {
      var names = new LinkedHashMap<UUID, String>();
      team.forEach(one -> names.put(one.account(), one.name()));
      return names;
    }
  }

  /** All of them, by name. */
  Flux<Member> all() {
    return db.sql("select account, name, email, lead from sales_team()")
        .mapProperties(Member.class)
        .all();
  }
}
