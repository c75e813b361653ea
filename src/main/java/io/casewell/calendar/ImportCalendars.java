package io.casewell.calendar;

import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.Ids;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Tenancy;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Worker;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes busy time out of calendars kept elsewhere, once or again and again. */
@Component
class ImportCalendars {
  /** Most calendars of one person. */
  static final int MOST = 10;

  /**
   * An unchanged file is read anew after this, because time has gone on and with it the horizon.
   */
  private static final Duration READ_ANEW = Duration.ofDays(7);

  private final BusySources sources;
  private final FetchCalendar fetch;
  private final Audit audit;
  private final Worker worker;
  private final DatabaseClient db;
  private final Tenancy tx;
  private final Clock clock;

  ImportCalendars(
      BusySources sources,
      FetchCalendar fetch,
      Audit audit,
      Worker worker,
      DatabaseClient db,
      Tenancy tx,
      Clock clock) {
    this.sources = sources;
    this.fetch = fetch;
    this.audit = audit;
    this.worker = worker;
    this.db = db;
    this.tx = tx;
    this.clock = clock;
  }

  /** What came of adding one: null, or the sentence why not. */
  record Added(@Nullable String problem) {}

  /** Adds one by its address: fetched and read first, and kept only when that went well. */
  Mono<Added> add(Caller caller, String name, URI address) {
    return fetch
        .fetch(address, "")
        .flatMap(fetched ->
            switch (fetched) {
              case FetchCalendar.File(var bytes, var tag) -> add(caller, name, address, bytes, tag);
              case FetchCalendar.Failed(var sentence) -> Mono.just(new Added(sentence));
              case FetchCalendar.Unchanged() ->
                  Mono.just(new Added("The server of that calendar answered with an error."));
            });
  }

  /** Adds one by its file. */
  Mono<Added> add(Caller caller, String name, FilePart file) {
    return bytes(file).flatMap(bytes -> add(caller, name, null, bytes, ""));
  }

  /** The file, or one byte more than is taken. */
  private static Mono<byte[]> bytes(FilePart file) {
    return DataBufferUtils.join(file.content(), IcsParts.MOST_BYTES)
        .map(buffer -> {
          var bytes = new byte[buffer.readableByteCount()];
          buffer.read(bytes);
          DataBufferUtils.release(buffer);
          return bytes;
        })
        .defaultIfEmpty(new byte[0])
        .onErrorReturn(DataBufferLimitException.class, new byte[IcsParts.MOST_BYTES + 1]);
  }

  private Mono<Added> add(
      Caller caller, String name, @Nullable URI address, byte[] file, String tag) {
    var person = Person.of(caller);
    return sources
        .zone(person)
        .as(tx::transactional)
        .flatMap(zone -> read(file, zone))
        .flatMap(outcome ->
            switch (outcome) {
              case IcsReader.Refused(var sentence) -> Mono.just(new Added(sentence));
              case IcsReader.Read read ->
                  keep(caller, name, address, fingerprint(person, address, file), tag, read)
                      .as(tx::transactional)
                      .thenReturn(new Added(null));
            });
  }

  /** Away from the threads that answer others: reading a large file takes a moment. */
  private Mono<IcsReader.Outcome> read(byte[] file, ZoneId zone) {
    return Mono.fromCallable(() -> IcsReader.read(file, zone, clock.instant()))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private static byte[] fingerprint(Person person, @Nullable URI address, byte[] file) {
    var what = address == null ? new String(file, StandardCharsets.ISO_8859_1) : address;
    return Secrets.hash(person.id() + " " + what);
  }

  private Mono<Void> keep(
      Caller caller,
      String name,
      @Nullable URI address,
      byte[] fingerprint,
      String tag,
      IcsReader.Read read) {
    var id = Ids.next();
    var person = Person.of(caller);
    return sources
        .of(person)
        .count()
        .doOnNext(count -> {
          if (count >= MOST) {
            throw new Refusal.Conflict(
                "You have ten calendars here already. Remove one before you add another.");
          }
        })
        .then(
            Mono.defer(() ->
                sources.add(
                    id, caller, name, address, fingerprint, tag, words(read), clock.instant())))
        .filter(added -> added)
        .flatMap(_ -> sources.replace(db, person.id(), id, read.busy()).thenReturn(true))
        .flatMap(_ -> audit.append(trail(caller, "calendar added", null, Map.of("name", name))));
  }

  static Audit.Entry trail(
      Caller caller, String what, @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {
    return caller instanceof Caller.Professional(var staff, _)
        ? new Audit.Entry("staff", staff.value(), null, staff, what, before, after)
        : new Audit.Entry(
            "account", BusySources.account(caller).value(), null, null, what, before, after);
  }

  private static String words(IcsReader.Read read) {
    var events = TimeWords.count(read.events(), "event", "events");
    var busy = TimeWords.count(read.busy().size(), "busy stretch", "busy stretches");
    var skipped =
        read.skipped() == 0
            ? ""
            : " "
                + TimeWords.count(read.skipped(), "of them says", "of them say")
                + " no time we can read.";
    return events + " read, " + busy + " in the next 18 months." + skipped;
  }

  /** Looks at one again now, for its person. */
  Mono<Void> refresh(Caller caller, UUID id) {
    return sources
        .find(Person.of(caller), id)
        .as(tx::transactional)
        .filter(source -> source.kind().equals("address"))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(source -> look(source, db, tx::transactional));
  }

  /** Looks at one again, for the job. */
  Mono<Void> refresh(BusySources.Source source) {
    return look(source, worker.db(), worker::transactional);
  }

  /** One transaction of whoever looks. */
  private interface InOne {
    Mono<Void> run(Mono<Void> work);
  }

  private Mono<Void> look(BusySources.Source source, DatabaseClient through, InOne transaction) {
    boolean anew = source.readAt().isBefore(clock.instant().minus(READ_ANEW));
    return fetch
        .fetch(sources.address(source), anew ? "" : source.tag())
        .flatMap(fetched ->
            switch (fetched) {
              case FetchCalendar.Unchanged() ->
                  transaction.run(
                      sources.looked(through, source, true, good(source), null, clock.instant()));
              case FetchCalendar.Failed(var sentence) ->
                  transaction.run(failed(source, through, sentence));
              case FetchCalendar.File(var bytes, var tag) ->
                  came(source, through, transaction, bytes, tag);
            });
  }

  /** What it said when it was last read stays true. */
  private static String good(BusySources.Source source) {
    return source.failing() ? "It is there again, unchanged." : source.says();
  }

  private Mono<Void> came(
      BusySources.Source source,
      DatabaseClient through,
      InOne transaction,
      byte[] bytes,
      String tag) {
    return sources
        .zone(worker.db(), source.person())
        .flatMap(zone -> read(bytes, zone))
        .flatMap(outcome ->
            switch (outcome) {
              case IcsReader.Refused(var sentence) ->
                  transaction.run(failed(source, through, sentence));
              case IcsReader.Read read ->
                  transaction.run(
                      sources
                          .replace(through, source.person(), source.id(), read.busy())
                          .then(
                              Mono.defer(() ->
                                  sources.looked(
                                      through, source, true, words(read), tag, clock.instant()))));
            });
  }

  private Mono<Void> failed(BusySources.Source source, DatabaseClient through, String sentence) {
    return sources.looked(through, source, false, sentence, null, clock.instant());
  }

  /** Removes one with its busy time. */
  Mono<Void> remove(Caller caller, UUID id) {
    var person = Person.of(caller);
    return sources
        .find(person, id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(source ->
            sources
                .remove(person, id)
                .then(
                    audit.append(
                        trail(caller, "calendar removed", Map.of("name", source.name()), null))))
        .as(tx::transactional);
  }
}
