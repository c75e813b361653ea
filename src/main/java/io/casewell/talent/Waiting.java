package io.casewell.talent;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How much of the professionals' papers waits for operations. */
@Component
public class Waiting {
  private final DatabaseClient db;

  Waiting(DatabaseClient db) {
    this.db = db;
  }

  /**
   * Each counted to a thousand.
   *
   * @param certificates that wait for a first decision
   * @param secondLooks that another administrator shall decide
   * @param samples of work to be read
   * @param newcomers who ask to be admitted
   */
  public record Counts(int certificates, int secondLooks, int samples, int newcomers) {}

  /** What waits now, for a caller of operations. */
  public Mono<Counts> now() {
    return db.sql(
            """
            select v.waiting as certificates, v.second_look as second_looks,
              (select count(*) from (
                select from skill_sample where state = 'in review' limit :most) a) as samples,
              (select count(*) from (
                select from staff
                where status = 'draft' and submitted_at is not null limit :most) b) as newcomers
            from vetting_counts(:most) v
            """)
        .bind("most", VettingQueue.COUNTED)
        .mapProperties(Counts.class)
        .one();
  }
}
