package io.casewell.demos;

import io.casewell.platform.Ids;
import io.casewell.platform.Worker;
import io.r2dbc.postgresql.codec.Json;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A demo type of a test's own. */
record OfferedDemo(UUID id, String slug) {

  static OfferedDemo of(DemoTerms terms, Worker worker, JsonMapper json, SalesPerson... pool) {
    var id = Ids.next();
    var slug = "t-" + id;
    worker
        .db()
        .sql(
            """
            insert into demo_type (id, slug, name, about, place, terms)
            values (:id, :slug, 'A test', 'For a test.', 900, :terms)
            """)
        .bind("id", id)
        .bind("slug", slug)
        .bind("terms", Json.of(json.writeValueAsBytes(terms)))
        .then()
        .block();
    for (var rep : pool) {
      worker
          .db()
          .sql("insert into demo_host (type, account, name) values (:type, :account, :name)")
          .bind("type", id)
          .bind("account", rep.account().value())
          .bind("name", rep.name())
          .then()
          .block();
    }
    return new OfferedDemo(id, slug);
  }

  /** Off the list of those that may be booked. */
  void close(Worker worker) {
    worker
        .db()
        .sql("update demo_type set open = false where id = :id")
        .bind("id", id)
        .then()
        .block();
  }

  /** As if its demos had begun ten minutes ago. */
  void begun(Worker worker) {
    worker
        .db()
        .sql(
            """
            update demo set start_at = now() - interval '10 minutes',
              end_at = now() + interval '20 minutes' where type = :type
            """)
        .bind("type", id)
        .then()
        .block();
  }
}
