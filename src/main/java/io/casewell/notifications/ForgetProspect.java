package io.casewell.notifications;

import io.casewell.demos.LeadErased;
import io.casewell.platform.Reaction;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes an erased prospect out of the mails and notices that were about them; what waits is not
 * sent any more. That there was a mail stays.
 */
@Component
class ForgetProspect implements Reaction<LeadErased> {
  private static final String MAILS =
      """
      update mail m set state = case when m.state = 'waiting' then 'withheld' else m.state end,
        cause = case when %1$s then m.cause else 'erased ' || m.id end,
        recipient = case when %1$s then m.recipient else 'erased@casewell.invalid' end,
        facts = m.facts - '{prospect,firm,reason,who,message,title}'::text[]
          - case when %1$s then '{}'::text[] else '{name,to}'::text[] end
      """
          // what went to the rep stays theirs, without the prospect
          .formatted(
              "(coalesce(m.facts ->> 'reader', '') = 'REP' or m.kind = 'proposal'"
                  + " and m.facts ->> 'step' <> 'SENT')");

  private final Worker worker;

  ForgetProspect(Worker worker) {
    this.worker = worker;
  }

  @Override
  public Class<LeadErased> to() {
    return LeadErased.class;
  }

  @Override
  public Mono<Void> on(LeadErased event) {
    return Flux.just(
            MAILS
                + """
                 where m.kind = 'demo'
                  and m.facts ->> 'demo' in (select d.id::text from demo d where d.lead = :lead)
                """,
            MAILS
                + """
                 where m.kind = 'proposal' and m.facts ->> 'proposal' in
                  (select p.id::text from proposal p where p.lead = :lead)
                """,
            """
            update notice n set title = 'About a prospect who was erased', text = ''
            from (select d.id from demo d where d.lead = :lead
              union all select p.id from proposal p where p.lead = :lead) x
            where split_part(n.cause, ' ', 2) = x.id::text
              and split_part(n.cause, ' ', 1) in ('demo', 'reminder', 'proposal')
            """)
        .concatMap(sql -> run(sql, event.lead()))
        .then();
  }

  private Mono<Void> run(String sql, UUID lead) {
    return worker.db().sql(sql).bind("lead", lead).then();
  }
}
