package io.casewell.demos;

import io.casewell.platform.BaseUrl;
import io.casewell.platform.Ids;
import io.casewell.platform.JobType;
import io.casewell.platform.Jobs;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.OneTimeJob;
import io.casewell.platform.Worker;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends a text message to a prospect who agreed to them and has not stopped them, once for each
 * cause. Each carries the link by which they stop.
 */
@Component
class SendText implements OneTimeJob<SendText.Order> {
  /** What the token of the link that stops text messages is made for. */
  static final String PURPOSE = "texts";

  static final String LINK = "/demo/texts/";
  private static final JobType<Order> TYPE = new JobType<>("text a prospect", Order.class);

  private final Jobs jobs;
  private final Worker worker;
  private final LinkTokens links;
  private final BaseUrl baseUrl;
  private final ObjectProvider<TextMessages> carriers;

  SendText(
      Jobs jobs,
      Worker worker,
      LinkTokens links,
      BaseUrl baseUrl,
      ObjectProvider<TextMessages> carriers) {
    this.jobs = jobs;
    this.worker = worker;
    this.links = links;
    this.baseUrl = baseUrl;
    this.carriers = carriers;
  }

  /**
   * A text to be sent.
   *
   * @param cause what it tells of: for each one text
   */
  record Order(UUID lead, String cause, String words) {}

  /** Whether text messages are offered here. */
  boolean offered() {
    return carriers.getIfAvailable() != null;
  }

  /** Orders it in the running transaction; whether it may be sent is looked up when it is. */
  Mono<Void> order(UUID lead, String cause, String words) {
    return offered() ? jobs.order(TYPE, cause, new Order(lead, cause, words)) : Mono.empty();
  }

  @Override
  public JobType<Order> type() {
    return TYPE;
  }

  @Override
  public Mono<Void> run(Order order) {
    var carrier = carriers.getIfAvailable();
    if (carrier == null) {
      return Mono.empty();
    }
    var words =
        order.words() + " To stop: " + baseUrl.of(LINK + links.token(PURPOSE, order.lead(), 1));
    return worker
        .db()
        .sql(
            """
            insert into text_message (id, lead, cause, phone, words)
            select :id, l.id, :cause, l.phone, :words from lead l
            where l.id = :lead and l.phone <> '' and l.texts_since is not null
              and l.texts_stopped_at is null
            on conflict (cause) do nothing returning phone
            """)
        .bind("id", Ids.next())
        .bind("lead", order.lead())
        .bind("cause", order.cause())
        // the row keeps no link's token
        .bind("words", order.words())
        .mapValue(String.class)
        .one()
        .flatMap(phone -> carrier.send(phone, words))
        .as(worker::transactional);
  }
}
