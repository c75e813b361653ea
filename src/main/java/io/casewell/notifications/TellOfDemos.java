package io.casewell.notifications;

import io.casewell.demos.DemoFacts;
import io.casewell.notifications.DemoLetter.Reader;
import io.casewell.notifications.DemoLetter.Step;
import io.casewell.platform.AccountId;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Worker;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts the mails and notices about a demo, each once for its cause. */
@Component
class TellOfDemos {
  private final Mails mails;
  private final Notices notices;
  private final Readers readers;
  private final Worker worker;
  private final BaseUrl baseUrl;
  private final String from;

  TellOfDemos(
      Mails mails,
      Notices notices,
      Readers readers,
      Worker worker,
      BaseUrl baseUrl,
      @Value("${casewell.mail.from}") String from) {
    this.mails = mails;
    this.notices = notices;
    this.readers = readers;
    this.worker = worker;
    this.baseUrl = baseUrl;
    this.from = from.replaceAll(".*<|>.*", "");
  }

  /**
   * What happened to a demo, as its event says it; the rest is read as it stands.
   *
   * @param cause the event, so that a repeated one tells nothing twice
   * @param more facts of this step alone
   */
  record Happened(
      String cause,
      Step step,
      UUID demo,
      UUID rep,
      Instant start,
      Instant end,
      int sequence,
      Map<String, String> more) {}

  /** The demo as it stands. */
  Mono<DemoFacts> facts(UUID demo) {
    return DemoFacts.of(worker, demo);
  }

  /** Tells the prospect, and the guests where it changes their calendars. */
  Mono<Void> prospect(Happened happened) {
    return facts(happened.demo())
        .filter(demo -> !demo.erased())
        .flatMap(demo -> repName(happened, demo).flatMap(rep -> prospect(happened, demo, rep)));
  }

  private Mono<Void> prospect(Happened happened, DemoFacts demo, String rep) {
    var main =
        mail(
            happened,
            all(happened, demo, rep, Reader.PROSPECT, demo.name(), demo.email(), demo.zone()),
            demo.email());
    return happened.step().method() == null
        ? main
        : main.thenMany(Flux.fromIterable(demo.guests()))
            .concatMap(guest ->
                mail(
                    happened,
                    all(happened, demo, rep, Reader.GUEST, guest, guest, demo.zone()),
                    guest))
            .then();
  }

  private Mono<Void> mail(Happened happened, Map<String, String> facts, String to) {
    return mails.put(happened.cause() + " " + to, DemoLetter.KIND, to, facts);
  }

  private Mono<String> repName(Happened happened, DemoFacts demo) {
    return happened.rep().equals(demo.rep())
        ? Mono.just(demo.repName())
        : readers
            .account(new AccountId(happened.rep()))
            .map(Told::name)
            .defaultIfEmpty(demo.repName());
  }

  /** Tells the rep, as far as they want to be told. */
  Mono<Void> rep(Happened happened) {
    return Mono.zip(
            facts(happened.demo()),
            readers.account(new AccountId(happened.rep())),
            zone(happened.rep()))
        .flatMap(found -> rep(happened, found.getT1(), found.getT2(), found.getT3()));
  }

  private Mono<Void> rep(Happened happened, DemoFacts demo, Told rep, ZoneId zone) {
    var account = new AccountId(happened.rep());
    var facts = all(happened, demo, rep.name(), Reader.REP, rep.name(), rep.email(), zone);
    var cause = happened.cause() + " rep";
    return mails
        .put(cause + " " + account, DemoLetter.KIND, rep.email(), facts, account, NoticeKind.DEMOS)
        .then(
            Mono.defer(
                () -> notices.put(account, cause, NoticeKind.DEMOS, DemoLetter.words(facts))));
  }

  /** Where the rep works. */
  Mono<ZoneId> zone(UUID rep) {
    return worker
        .db()
        .sql("select zone from rep_hours where account = :rep")
        .bind("rep", rep)
        .mapValue(String.class)
        .one()
        .map(ZoneId::of)
        .defaultIfEmpty(ZoneId.of("America/New_York"));
  }

  private Map<String, String> all(
      Happened happened,
      DemoFacts demo,
      String rep,
      Reader reader,
      String name,
      String to,
      ZoneId zone) {
    var all = new LinkedHashMap<String, String>();
    all.put("step", happened.step().name());
    all.put("reader", reader.name());
    all.put("demo", demo.demo().toString());
    all.put("uid", demo.uid(baseUrl.host()));
    all.put("generation", Integer.toString(demo.generation()));
    all.put("sequence", Integer.toString(happened.sequence()));
    all.put("type", demo.type());
    all.put("start", happened.start().toString());
    all.put("end", happened.end().toString());
    all.put("zone", zone.getId());
    all.put("place", demo.meetingLink());
    all.put("rep", rep);
    all.put("prospect", demo.name());
    all.put("firm", demo.firm());
    all.put("reason", demo.reason());
    all.put("name", name);
    all.put("to", to);
    all.put("from", from);
    all.putAll(happened.more());
    return all;
  }
}
