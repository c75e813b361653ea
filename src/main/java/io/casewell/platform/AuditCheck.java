package io.casewell.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Follows every chain of the trail from its first row to its last, and the installation's chain of
 * their heads. For operations: nobody else sees all the rows it must see.
 */
@Component
public class AuditCheck {
  private static final int PAGE = 5_000;
  private static final int EXAMPLES = 100;

  private final DatabaseClient db;
  private final Tenancy tx;

  AuditCheck(DatabaseClient db, Tenancy tx) {
    this.db = db;
    this.tx = tx;
  }

  /** Checks all of it. A large trail takes a while: some 100,000 rows in a few seconds. */
  public Mono<AuditReport> check() {
    return Mono.defer(
            () -> {
              var walk = new Walk();
              return links(walk).then(heads(walk)).then(late()).map(walk::report);
            })
        .as(tx::transactional);
  }

  /** A row of a subject's chain; sound when its hash is that of its content. */
  private record Link(
      String subjectKind, UUID subject, long seq, byte[] previous, byte[] hash, boolean sound) {}

  private Mono<Void> links(Walk walk) {
    return page(walk.last)
        .doOnNext(walk::follow)
        .filter(links -> links.size() == PAGE)
        .flatMap(_ -> Mono.defer(() -> links(walk)));
  }

  private Mono<List<Link>> page(@Nullable Link after) {
    var statement =
        db.sql(
            """
            select subject_kind, subject, seq, previous, hash,
              hash = sha256(previous || convert_to(jsonb_build_array(subject_kind, subject, seq,
                extract(epoch from at), realm, account, firm, staff, origin, what, before, after
                )::text, 'UTF8')) as sound
            from audit_event
            where (subject_kind, subject, seq) > (:kind, :subject, :seq)
            order by subject_kind, subject, seq limit :page
            """);
    return statement
        .bind("kind", after == null ? "" : after.subjectKind())
        .bind("subject", after == null ? new UUID(0, 0) : after.subject())
        .bind("seq", after == null ? 0 : after.seq())
        .bind("page", PAGE)
        .mapProperties(Link.class)
        .all()
        .collectList();
  }

  /** A link of the installation's chain; it stands when the row it names is there, unchanged. */
  private record Head(
      long number,
      String subjectKind,
      UUID subject,
      long seq,
      byte[] previous,
      byte[] hash,
      boolean sound,
      boolean stands) {}

  private Mono<Void> heads(Walk walk) {
    return headsAfter(walk.number)
        .doOnNext(walk::followHeads)
        .filter(heads -> heads.size() == PAGE)
        .flatMap(_ -> Mono.defer(() -> heads(walk)));
  }

  private Mono<List<Head>> headsAfter(long number) {
    return db.sql(
            """
            select h.number, h.subject_kind, h.subject, h.seq, h.previous, h.hash,
              h.hash = sha256(h.previous || convert_to(jsonb_build_array(h.number,
                extract(epoch from h.at), h.subject_kind, h.subject, h.seq,
                encode(h.head, 'hex'))::text, 'UTF8')) as sound,
              coalesce(e.hash = h.head, false) as stands
            from audit_head h left join audit_event e on e.subject_kind = h.subject_kind
              and e.subject = h.subject and e.seq = h.seq
            where h.number > :number order by h.number limit :page
            """)
        .bind("number", number)
        .bind("page", PAGE)
        .mapProperties(Head.class)
        .all()
        .collectList();
  }

  private Mono<Long> late() {
    return db.sql(
            """
            select count(*) from audit_event e
            where e.at < now() - interval '5 minutes'
              and not exists (select 1 from audit_head h where h.subject_kind = e.subject_kind
                and h.subject = e.subject and h.seq >= e.seq)
            """)
        .mapValue(Long.class)
        .one();
  }

  /** How far the check is, and what it has found by then. */
  private static final class Walk {
    private static final byte[] NOTHING_BEFORE = Secrets.hash("");

    private @Nullable Link last;
    private byte[] lastHead = NOTHING_BEFORE;
    private long number;
    private long events;
    private long subjects;
    private long heads;
    private long flaws;
    private final List<String> examples = new ArrayList<>();

    void follow(List<Link> links) {
      for (var link : links) {
        var before = last;
        if (before != null
            && (!before.subject().equals(link.subject())
                || !before.subjectKind().equals(link.subjectKind()))) {
          before = null;
        }
        subjects += before == null ? 1 : 0;
        events++;
        check(link, before);
        last = link;
      }
    }

    private void check(Link link, @Nullable Link before) {
      var what = link.subjectKind() + " " + link.subject() + ", row " + link.seq();
      if (link.seq() != (before == null ? 1 : before.seq() + 1)) {
        flaw(what + ": rows before it are missing.");
      } else if (!Arrays.equals(link.previous(), before == null ? NOTHING_BEFORE : before.hash())) {
        flaw(what + ": it does not follow from the row before.");
      }
      if (!link.sound()) {
        flaw(what + ": its content was changed.");
      }
    }

    void followHeads(List<Head> page) {
      for (var head : page) {
        var what = "head " + head.number();
        if (head.number() != number + 1) {
          flaw(what + ": heads before it are missing.");
        } else if (!Arrays.equals(head.previous(), lastHead)) {
          flaw(what + ": it does not follow from the head before.");
        }
        if (!head.sound()) {
          flaw(what + ": its content was changed.");
        }
        if (!head.stands()) {
          flaw(
              "%s %s, row %d: %s names it, and it is gone or changed."
                  .formatted(head.subjectKind(), head.subject(), head.seq(), what));
        }
        heads++;
        number = head.number();
        lastHead = head.hash();
      }
    }

    private void flaw(String sentence) {
      flaws++;
      if (examples.size() < EXAMPLES) {
        examples.add(sentence);
      }
    }

    AuditReport report(long late) {
      var newest = heads == 0 ? null : number + " " + HexFormat.of().formatHex(lastHead);
      return new AuditReport(events, subjects, heads, late, flaws, List.copyOf(examples), newest);
    }
  }
}
