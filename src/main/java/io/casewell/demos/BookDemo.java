package io.casewell.demos;

import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Ids;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Books a demo and makes the prospect a lead, both or neither, and once for each key. The database
 * decides who gets the time; who comes second hears so.
 */
@Component
public class BookDemo {
  /** Whose idempotency keys those of people without an account are. */
  private static final UUID ANYBODY =
      UUID.nameUUIDFromBytes("demo booking".getBytes(StandardCharsets.UTF_8));

  /** No visitor's hold is looked for. */
  private static final byte[] NOBODY = {};

  private final DemoTypes types;
  private final Demos demos;
  private final Leads leads;
  private final Diary diary;
  private final DemoLog log;
  private final ExpireRequest expireRequest;
  private final OrderReminders reminders;
  private final LinkTokens links;
  private final Idempotency idempotency;
  private final Tenancy tx;
  private final int perAddress;
  private final int perMail;

  BookDemo(
      DemoTypes types,
      Demos demos,
      Leads leads,
      Diary diary,
      DemoLog log,
      ExpireRequest expireRequest,
      OrderReminders reminders,
      LinkTokens links,
      Idempotency idempotency,
      Tenancy tx,
      @Value("${casewell.limits.demos-per-address:120}") int perAddress,
      @Value("${casewell.limits.demos-per-mail:10}") int perMail) {
    this.types = types;
    this.demos = demos;
    this.leads = leads;
    this.diary = diary;
    this.log = log;
    this.expireRequest = expireRequest;
    this.reminders = reminders;
    this.links = links;
    this.idempotency = idempotency;
    this.tx = tx;
    this.perAddress = perAddress;
    this.perMail = perMail;
  }

  /**
   * A booking without an account.
   *
   * @param visitor who asks: a digest of the browser's cookie or of the address
   * @param address a digest of the address the connection comes from
   * @param key the idempotency key, or empty
   * @param rep the one person wanted, or null for whoever is next
   * @param advice what the advisor told them before, or null
   */
  public record Asked(
      String slug,
      BookingInput input,
      byte[] visitor,
      byte[] address,
      String key,
      @Nullable UUID rep,
      @Nullable LeadAdvice advice) {
    public Asked(
        String slug,
        BookingInput input,
        byte[] visitor,
        byte[] address,
        String key,
        @Nullable UUID rep) {
      this(slug, input, visitor, address, key, rep, null);
    }
  }

  /** Books it in a prospect's name. */
  public Mono<UUID> book(Asked asked) {
    return book(asked.slug(), _ -> asked);
  }

  /**
   * The same, where what the type asks has to be known first.
   *
   * @param read makes the booking of what the type asks; what it throws ends it with nothing
   *     written
   */
  Mono<UUID> book(String slug, Function<DemoType, Asked> read) {
    return types
        .bookable(slug)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(type -> once(read.apply(type), type))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }

  private Mono<UUID> once(Asked asked, DemoType type) {
    return idempotency
        .once(
            ANYBODY,
            asked.key(),
            asked.input().canonical(type.slug()),
            Mono.defer(() -> written(asked, type)))
        .map(UUID::fromString);
  }

  private Mono<String> written(Asked asked, DemoType type) {
    var demo = Ids.next();
    var lead = Ids.next();
    var input = asked.input();
    return types
        .pool(type.id())
        .map(pool -> new Offer(type, pool))
        .map(offer -> asked.rep() == null ? offer : offer.with(asked.rep()))
        .flatMap(offer ->
            diary.reserve(purpose(demo, type, input), offer, input.start(), asked.visitor()))
        .flatMap(chosen ->
            leads
                .add(arrival(lead, input, "booking", new AccountId(chosen.rep()), asked.advice()))
                .then(add(demo, lead, type, input, chosen, "prospect", asked.visitor()))
                .then(announced(demo, lead, type, input, chosen)))
        .then(Mono.defer(() -> counted(asked)))
        .thenReturn(demo.toString());
  }

  private Leads.Arrival arrival(
      UUID lead, BookingInput input, String source, AccountId owner, @Nullable LeadAdvice advice) {
    return new Leads.Arrival(
        lead,
        LeadState.BOOKED,
        input.name(),
        input.email(),
        input.firm(),
        input.phone(),
        input.zone(),
        source,
        owner,
        input.answers(),
        advice,
        input.texts() ? links.hash(SendText.PURPOSE, lead, 1) : null);
  }

  private Mono<Void> add(
      UUID id,
      UUID lead,
      DemoType type,
      BookingInput input,
      Diary.Chosen chosen,
      String by,
      byte[] visitor) {
    var demo =
        new Demo(
            id,
            1,
            type.id(),
            lead,
            chosen.rep(),
            chosen.repName(),
            type.terms().confirm() ? DemoState.PENDING : DemoState.CONFIRMED,
            input.start(),
            input.start().plus(Duration.ofMinutes(type.terms().minutes())),
            input.zone(),
            input.guests(),
            input.answers(),
            meeting(type, id),
            0,
            1,
            "",
            chosen.appointments());
    return demos.add(demo, links.hash(DemoFacts.PURPOSE, id, 1), by, visitor, chosen.why());
  }

  private Diary.Purpose purpose(UUID demo, DemoType type, BookingInput input) {
    var title = type.name() + ", " + input.name();
    return new Diary.Purpose(
        demo,
        title.length() > 200 ? title.substring(0, 200) : title,
        input.zone(),
        meeting(type, demo));
  }

  /** The meeting's own address: nobody guesses it from the demo's id. */
  private String meeting(DemoType type, UUID demo) {
    return type.terms()
        .meeting()
        .replace("{id}", links.token("meeting", demo, 1).substring(0, 16).replaceAll("[_-]", "x"));
  }

  private Mono<Void> announced(
      UUID demo, UUID lead, DemoType type, BookingInput input, Diary.Chosen chosen) {
    var end = input.start().plus(Duration.ofMinutes(type.terms().minutes()));
    DemoEvent event =
        type.terms().confirm()
            ? new DemoRequested(1, demo, 1, lead, chosen.rep(), input.start(), end)
            : new DemoBooked(1, demo, 1, lead, chosen.rep(), input.start(), end, 0);
    var told =
        log.tell(
            event,
            lead,
            type.terms().confirm() ? "demo requested" : "demo booked",
            null,
            Map.of(
                "type", type.name(),
                "start", input.start().toString(),
                "rep", chosen.repName(),
                "why", chosen.why()));
    return told.then(
        type.terms().confirm()
            ? expireRequest.order(demo, input.start())
            : reminders.order(demo, type.terms(), input.start()));
  }

  /** Successes count, refusals do not; last, so that the counter is held for a moment only. */
  private Mono<Void> counted(Asked asked) {
    var mail = io.casewell.platform.Secrets.hash(BookingInput.emailKey(asked.input().email()));
    return demos
        .count("mail", mail, "day", perMail)
        .then(demos.count("address", asked.address(), "hour", perAddress));
  }

  /** Books it for somebody who is on the telephone, or again for a prospect of the own. */
  Mono<UUID> bookFor(
      Caller.SalesRep by, String slug, BookingInput input, @Nullable UUID again, String key) {
    return types
        .bookable(slug)
        .flatMap(type ->
            idempotency.once(
                by.account().value(),
                key,
                input.canonical(type.slug() + again),
                Mono.defer(() -> writtenFor(by, type, input, again))))
        .map(UUID::fromString)
        .as(tx::transactional);
  }

  private Mono<String> writtenFor(
      Caller.SalesRep by, DemoType type, BookingInput input, @Nullable UUID again) {
    var demo = Ids.next();
    return types
        .pool(type.id())
        .map(pool -> new Offer(type, pool))
        .map(offer -> again == null || by.lead() ? offer : offer.with(by.account().value()))
        .flatMap(offer -> diary.reserve(purpose(demo, type, input), offer, input.start(), NOBODY))
        .flatMap(chosen -> writtenFor(demo, type, input, again, chosen))
        .thenReturn(demo.toString());
  }

  private Mono<Void> writtenFor(
      UUID demo, DemoType type, BookingInput input, @Nullable UUID again, Diary.Chosen chosen) {
    if (again != null) {
      return leads
          .locked(again)
          .switchIfEmpty(Mono.error(Refusal.notFound()))
          .flatMap(lead ->
              rebooked(lead)
                  .then(add(demo, again, type, input, chosen, "rep", NOBODY))
                  .then(announced(demo, again, type, input, chosen))
                  .then(
                      new AccountId(chosen.rep()).value().equals(lead.owner())
                          ? Mono.empty()
                          : leads.owner(again, chosen.rep())));
    }
    var lead = Ids.next();
    return leads
        .add(arrival(lead, input, "caller", new AccountId(chosen.rep()), null))
        .then(add(demo, lead, type, input, chosen, "caller", NOBODY))
        .then(announced(demo, lead, type, input, chosen));
  }

  /** A prospect who did not come, or is new, has a demo again; who has one stays as they are. */
  Mono<Void> rebooked(Lead lead) {
    if (lead.state() == LeadState.BOOKED) {
      return Mono.empty();
    }
    lead.state().refuseUnlessMayBecome(LeadState.BOOKED);
    return leads
        .become(lead, LeadState.BOOKED, "")
        .then(
            log.tell(
                new LeadMoved(
                    1, lead.id(), lead.version() + 1, lead.state().code(), LeadState.BOOKED.code()),
                lead.id(),
                "moved",
                Map.of("state", lead.state().code()),
                Map.of("state", LeadState.BOOKED.code())));
  }

  /** The prospect books anew by the link of a demo that did not take place. */
  Mono<UUID> again(Demo before, java.time.Instant start) {
    var id = Ids.next();
    return leads
        .locked(before.lead())
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .delayUntil(this::rebooked)
        .zipWith(types.find(before.type()))
        .flatMap(both -> again(id, both.getT1(), both.getT2(), before, start));
  }

  private Mono<UUID> again(
      UUID id, Lead lead, DemoType type, Demo before, java.time.Instant start) {
    if (!type.open()) {
      return Mono.error(
          new Refusal.Conflict(
              "This kind of demo is not offered any more. Please choose another."));
    }
    var input =
        new BookingInput(
            start,
            before.zone(),
            lead.name(),
            lead.email(),
            lead.firmName(),
            lead.phone(),
            false,
            before.guests(),
            before.answers());
    return types
        .pool(type.id())
        .flatMap(
            pool -> diary.reserve(purpose(id, type, input), new Offer(type, pool), start, NOBODY))
        .flatMap(chosen ->
            add(id, lead.id(), type, input, chosen, "prospect", NOBODY)
                .then(leads.owner(lead.id(), chosen.rep()))
                .then(announced(id, lead.id(), type, input, chosen)))
        .thenReturn(id);
  }
}
