package io.casewell.demos;

import io.casewell.calendar.Appointments;
import io.casewell.calendar.BookingWindow;
import io.casewell.calendar.Choice;
import io.casewell.calendar.Limits;
import io.casewell.calendar.NewAppointment;
import io.casewell.calendar.Person;
import io.casewell.calendar.PoolMember;
import io.casewell.calendar.Reservation;
import io.casewell.calendar.SlotAsk;
import io.casewell.calendar.SlotList;
import io.casewell.calendar.SlotRules;
import io.casewell.calendar.Slots;
import io.casewell.calendar.Why;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Refusal;
import io.casewell.platform.Secrets;
import io.casewell.platform.Worker;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The team's time, as the calendar keeps it: lists what is free and takes it, by the one function
 * that decides both. Runs in the caller's transaction.
 */
@Component
class Diary {
  /** The clock by which demos begin on the hour or the half. */
  private static final ZoneId HOUSE = ZoneId.of("America/New_York");

  private static final String KIND = "demo";
  private static final byte[] NOBODY = {};

  private final Slots slots;
  private final Appointments appointments;
  private final LinkTokens links;
  private final DatabaseClient db;
  private final Clock clock;

  Diary(Slots slots, Appointments appointments, LinkTokens links, DatabaseClient db, Clock clock) {
    this.slots = slots;
    this.appointments = appointments;
    this.links = links;
    this.db = db;
    this.clock = clock;
  }

  /** A free time and who is free then. */
  record Slot(Instant start, List<UUID> free) {
    Slot {
      free = List.copyOf(free);
    }
  }

  /**
   * Who was chosen.
   *
   * @param why in words
   * @param appointments that were made, the chosen one's last
   */
  record Chosen(UUID rep, String repName, String why, List<UUID> appointments) {
    Chosen {
      appointments = List.copyOf(appointments);
    }
  }

  private static SlotAsk ask(Offer offer, byte[] visitor) {
    var terms = offer.type().terms();
    var rules =
        new SlotRules(
            terms.minutes(),
            terms.gridMinutes(),
            0,
            terms.beforeMinutes(),
            terms.afterMinutes(),
            terms.noticeMinutes(),
            new SlotRules.Grid(terms.gridMinutes(), HOUSE),
            new BookingWindow.Rolling(terms.windowDays(), false, HOUSE),
            limits(terms));
    var pool = offer.pool().stream().map(Diary::member).toList();
    var ask = new SlotAsk(rules, KIND, offer.type().id(), pool, terms.byWeight(), NOBODY);
    return visitor.length == 0 ? ask : ask.seenBy(text(visitor));
  }

  private static Limits limits(DemoTerms terms) {
    var day = terms.dayLimit();
    var week = terms.weekLimit();
    return new Limits(day == null ? 0 : day, week == null ? 0 : week, 0, 0, 0, 0, 0, 0);
  }

  private static PoolMember member(DemoHost host) {
    return new PoolMember(
        Person.of(host.id()),
        host.name(),
        host.fixed(),
        host.weight(),
        host.priority(),
        host.dayCap(),
        host.calibration(),
        null);
  }

  private static String text(byte[] visitor) {
    return HexFormat.of().formatHex(visitor);
  }

  /** The appointments of a demo that still takes time, which is free for moving it. */
  static List<UUID> own(Demo demo) {
    return demo.state().stands() ? demo.appointments() : List.of();
  }

  /** The free times of an offer, as if these appointments were not there. */
  Mono<List<Slot>> slots(Offer offer, Instant from, Instant to, List<UUID> except) {
    return offer.pool().isEmpty()
        ? Mono.just(List.of())
        : slots.list(ask(offer, NOBODY).except(except), from, to).map(list -> slots(offer, list));
  }

  private static List<Slot> slots(Offer offer, SlotList list) {
    var all = new ArrayList<Slot>(list.size());
    boolean rotating = offer.pool().stream().anyMatch(host -> !host.fixed());
    for (int n = 0; n < list.size(); n++) {
      all.add(
          new Slot(
              list.start(n),
              list.hosts(n).stream()
                  .map(offer.pool()::get)
                  // of the fixed ones all come; it is the others among whom there is a choice
                  .filter(host -> !rotating || !host.fixed())
                  .map(DemoHost::account)
                  .toList()));
    }
    return all;
  }

  /** For each of the pool, why they are not free at a moment. */
  Mono<List<Why>> why(Offer offer, Instant start) {
    return offer.pool().isEmpty() ? Mono.just(List.of()) : slots.why(ask(offer, NOBODY), start);
  }

  /** What a demo's time is reserved for. */
  record Purpose(UUID demo, String title, ZoneId zone, String meetingLink) {}

  /** Reserves the time with whose turn it is, in place of what the visitor holds. */
  Mono<Chosen> reserve(Purpose what, Offer offer, Instant start, byte[] visitor) {
    var terms = offer.type().terms();
    var confirmed =
        NewAppointment.confirmed(KIND, KIND, what.demo(), what.zone(), what.title())
            .of(offer.type().id())
            .at(what.meetingLink())
            .byLink(links.hash(DemoFacts.PURPOSE, what.demo(), 1));
    var wanted = terms.confirm() ? confirmed.pending() : confirmed;
    var instead = visitor.length == 0 ? wanted : wanted.insteadOfHold(text(visitor));
    return chosen(offer, start, ask(offer, visitor))
        .flatMap(choice -> appointments.reserve(instead, choice))
        .map(made -> chosen(offer, made))
        .onErrorMap(Refusal.Conflict.class, _ -> new SlotTaken());
  }

  private Mono<Choice> chosen(Offer offer, Instant start, SlotAsk ask) {
    return offer.pool().isEmpty()
        ? Mono.error(new SlotTaken())
        : slots
            .choose(ask, start)
            .filter(Choice::bookable)
            .switchIfEmpty(Mono.error(SlotTaken::new));
  }

  private static Chosen chosen(Offer offer, Reservation made) {
    var host = offer.host(made.person().id());
    return new Chosen(
        host.account(),
        host.name(),
        why(made),
        made.all().stream().map(Reservation.Made::id).toList());
  }

  /** Why this rep, in words. */
  private static String why(Reservation made) {
    var free = made.chosen().get("free");
    if (free == null) {
      return "always takes part";
    }
    if (free.equals(1)) {
      return "the only one free";
    }
    var place = made.chosen().get("place");
    return "turn %s of %s free".formatted(place, free);
  }

  /** Moves it, with the same rep where the type says so and they are free. */
  Mono<Chosen> move(Demo demo, Offer offer, Instant start, boolean sameRep) {
    return asHolder(demo)
        .then(chosen(offer, start, ask(offer, NOBODY).except(own(demo))))
        .map(choice -> kept(choice, demo, offer, sameRep))
        .flatMap(choice -> each(demo, id -> appointments.move(id, part(id, demo, choice), "")))
        .map(last -> chosen(demo, offer, last))
        .onErrorMap(Refusal.Conflict.class, _ -> new SlotTaken());
  }

  /** Of the candidates those who may take it: the same rep where that is wished and possible. */
  private static Choice kept(Choice choice, Demo demo, Offer offer, boolean sameRep) {
    if (choice.candidates().isEmpty()) {
      return choice;
    }
    var same = choice.only(new Person(demo.rep()));
    if (sameRep && !same.bookable()) {
      throw new SlotTaken();
    }
    return same.bookable() && (sameRep || offer.type().terms().sameRep()) ? same : choice;
  }

  /**
   * What of a choice is for this appointment: the chosen one's stands last, the fixed ones' before.
   */
  private static Choice part(UUID appointment, Demo demo, Choice choice) {
    int place = demo.appointments().indexOf(appointment);
    boolean rotates = !choice.candidates().isEmpty() && place == demo.appointments().size() - 1;
    if (rotates) {
      return new Choice(
          choice.start(), choice.end(), choice.rules(), true, List.of(), choice.candidates());
    }
    if (place >= choice.fixed().size()) {
      // the pool has other fixed hosts than when it was booked
      throw new SlotTaken();
    }
    return new Choice(
        choice.start(),
        choice.end(),
        choice.rules(),
        true,
        List.of(choice.fixed().get(place)),
        List.of());
  }

  private static Chosen chosen(Demo demo, Offer offer, Appointments.Changed last) {
    var rep = last.person().id();
    return rep.equals(demo.rep())
        ? new Chosen(rep, demo.repName(), "stayed with the rep", demo.appointments())
        : new Chosen(rep, offer.host(rep).name(), "whose turn it was", demo.appointments());
  }

  /** Hands it to this one of the pool, at the same time. */
  Mono<Chosen> reassign(Demo demo, Offer offer, UUID to) {
    return asHolder(demo)
        .then(slots.choose(ask(free(offer, to), NOBODY), demo.start()))
        .filter(Choice::bookable)
        .switchIfEmpty(Mono.error(SlotTaken::new))
        .map(choice ->
            new Choice(
                choice.start(), choice.end(), choice.rules(), true, choice.fixed(), List.of()))
        .flatMap(choice -> appointments.reassign(demo.appointments().getLast(), choice, ""))
        .map(_ -> new Chosen(to, offer.host(to).name(), "handed over", demo.appointments()))
        .onErrorMap(Refusal.Conflict.class, _ -> new SlotTaken());
  }

  /** The one alone, who may be asked on short notice: what is booked already is due anyway. */
  private static Offer free(Offer offer, UUID to) {
    var host = offer.host(to);
    var alone =
        new DemoHost(
            host.type(),
            host.account(),
            host.name(),
            true,
            host.weight(),
            host.priority(),
            host.dayCap(),
            host.calibration(),
            host.active());
    var type = offer.type();
    return new Offer(
        new DemoType(
            type.id(),
            type.slug(),
            type.name(),
            type.about(),
            type.place(),
            type.open(),
            type.version(),
            type.terms().withoutNotice()),
        List.of(alone));
  }

  Mono<Void> confirm(Demo demo) {
    return asHolder(demo).then(each(demo, appointments::confirm)).then();
  }

  Mono<Void> cancel(Demo demo, String reason) {
    return asHolder(demo).then(each(demo, id -> appointments.cancel(id, reason))).then();
  }

  /** Gives the time of a request free that nobody confirmed, in the worker's transaction. */
  Mono<Void> expire(Worker worker, Demo demo) {
    var asWorker = appointments.by(worker);
    return each(demo, asWorker::expire).then();
  }

  Mono<Void> finish(Demo demo, boolean came) {
    return asHolder(demo).then(each(demo, came ? appointments::done : appointments::noShow)).then();
  }

  /** Does this to each of the demo's appointments; gives what became of the last. */
  private static Mono<Appointments.Changed> each(
      Demo demo, Function<UUID, Mono<Appointments.Changed>> change) {
    return Flux.fromIterable(demo.appointments()).concatMap(change).last();
  }

  /** A demo is one thing: who may change it changes the appointments of all who take part in it. */
  private Mono<Void> asHolder(Demo demo) {
    var hash = links.hash(DemoFacts.PURPOSE, demo.id(), 1);
    return db.sql("select set_config('app.link', :hash, true)")
        .bind("hash", HexFormat.of().formatHex(hash))
        .then();
  }

  /** Holds a time for a visitor; gives until when. */
  Mono<Instant> hold(Offer offer, Instant start, byte[] visitor) {
    var held = NewAppointment.held(KIND, offer.type().id(), HOUSE, text(visitor));
    return chosen(offer, start, ask(offer, visitor))
        .flatMap(choice -> appointments.reserve(held, choice))
        .flatMap(_ -> heldUntil(offer.type(), start, visitor))
        .onErrorMap(Refusal.Conflict.class, _ -> new SlotTaken());
  }

  /** Until when this visitor holds that time; empty when they do not. */
  Mono<Instant> heldUntil(DemoType type, Instant start, byte[] visitor) {
    return db.sql("select held_until(:type, :start, :owner) as until")
        .bind("type", type.id())
        .bind("start", start)
        .bind("owner", Secrets.hash(text(visitor)))
        .map(row -> java.util.Optional.ofNullable(row.get("until", Instant.class)))
        .one()
        .flatMap(Mono::justOrEmpty);
  }
}
