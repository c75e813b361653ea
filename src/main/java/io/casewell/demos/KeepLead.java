package io.casewell.demos;

import io.casewell.calendar.Zones;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.Form;
import io.casewell.platform.Idempotency;
import io.casewell.platform.Ids;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What sales does with a prospect: writes them down, moves them on, joins doubles. */
@Component
class KeepLead {
  private static final ZoneId USUAL = ZoneId.of("America/New_York");

  private final Leads leads;
  private final LeadNotes notes;
  private final DemoLog log;
  private final Idempotency idempotency;
  private final Tenancy tx;

  KeepLead(Leads leads, LeadNotes notes, DemoLog log, Idempotency idempotency, Tenancy tx) {
    this.leads = leads;
    this.notes = notes;
    this.log = log;
    this.idempotency = idempotency;
    this.tx = tx;
  }

  /** A prospect as somebody writes them down. */
  record Written(String name, String email, String firm, String phone, ZoneId zone, String note) {
    /** Reads the form and notes what is wrong. */
    static Written read(Form form, Problems problems) {
      return read(
          form.text("name"),
          form.text("email"),
          form.text("firm"),
          form.text("phone"),
          form.text("zone"),
          form.text("note"),
          problems);
    }

    static Written read(
        String name,
        String email,
        String firm,
        String phone,
        String zone,
        String note,
        Problems problems) {
      BookingInput.line("name", name, 120, "Give the person's name, on one line.", problems);
      var address = EmailAddress.read(email);
      if (address.isEmpty()) {
        problems.add("email", "Give one e-mail address, like ana@firm.com.");
      }
      if (!firm.isEmpty()) {
        BookingInput.line("firm", firm, 200, "Give the firm's name on one line.", problems);
      }
      if (!phone.isEmpty() && !phone.matches("[+]?[0-9][0-9 ()./-]{4,38}")) {
        problems.add("phone", "Write the number with digits, like +1 212 555 0100.");
      }
      var in = zone.isEmpty() ? java.util.Optional.of(USUAL) : Zones.region(zone);
      if (in.isEmpty()) {
        problems.add("zone", "Name a time zone by its region, for example America/New_York.");
      }
      if (note.length() > 4000) {
        problems.add("note", "Please keep the note to at most 4,000 characters.");
      }
      return new Written(name, address.orElse(""), firm, phone, in.orElse(USUAL), note);
    }
  }

  /** Writes one down by hand, as the own. */
  Mono<UUID> add(Written one, Caller.SalesRep by, String key) {
    return idempotency
        .once(by.account().value(), key, "lead " + one, add(one, "hand", by).map(UUID::toString))
        .map(UUID::fromString)
        .as(tx::transactional);
  }

  /** Writes many down, all or none. */
  Mono<Long> addAll(java.util.List<Written> all, Caller.SalesRep by, String key) {
    return idempotency
        .once(
            by.account().value(),
            key,
            "leads " + all,
            Flux.fromIterable(all)
                .concatMap(one -> add(one, "file", by))
                .count()
                .map(String::valueOf))
        .map(Long::valueOf)
        .as(tx::transactional);
  }

  private Mono<UUID> add(Written one, String source, Caller.SalesRep by) {
    var id = Ids.next();
    return leads
        .add(
            new Leads.Arrival(
                id,
                LeadState.NEW,
                one.name(),
                one.email(),
                one.firm(),
                one.phone(),
                one.zone(),
                source,
                new AccountId(by.account().value()),
                Map.of(),
                null,
                null))
        .then(one.note().isEmpty() ? Mono.<Void>empty() : notes.add(id, by.account(), one.note()))
        .then(
            log.tell(
                new LeadMoved(1, id, 1, null, LeadState.NEW.code()),
                id,
                "written down",
                null,
                Map.of("source", source)))
        .thenReturn(id);
  }

  /** What is to be done next, and until when. */
  Mono<Void> next(UUID id, String step, @Nullable LocalDate on) {
    var problems = new Problems();
    if (!step.isEmpty()) {
      BookingInput.line("nextStep", step, 300, "Say it in at most 300 characters.", problems);
    }
    problems.refuseIfAny();
    return locked(id)
        .flatMap(lead ->
            leads
                .next(id, step, on)
                .then(
                    log.trail(
                        id,
                        "next step",
                        Map.of("step", lead.nextStep()),
                        Map.of("step", step, "on", on == null ? "" : on.toString()))))
        .as(tx::transactional);
  }

  Mono<Void> note(UUID id, Caller.SalesRep by, String text) {
    var problems = new Problems();
    if (text.isBlank() || text.length() > 4000) {
      problems.add("note", "Write a note of at most 4,000 characters.");
    }
    problems.refuseIfAny();
    return leads
        .find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .then(notes.add(id, by.account(), text))
        .then(log.trail(id, "noted", null, null))
        .as(tx::transactional);
  }

  /** Moves a prospect on by hand: won or lost; the other moves follow from what happens. */
  Mono<Void> move(UUID id, LeadState to, String reason) {
    if (to != LeadState.WON && to != LeadState.LOST) {
      return Mono.error(
          new Refusal.Conflict(
              "Only “won” and “lost” are set by hand; the rest follows from demos and proposals."));
    }
    return locked(id)
        .flatMap(lead -> {
          lead.state().refuseUnlessMayBecome(to);
          if (to == LeadState.LOST) {
            var problems = new Problems();
            BookingInput.line(
                "reason", reason, 300, "Say in a few words why it was lost.", problems);
            problems.refuseIfAny();
          }
          return become(lead, to, to == LeadState.LOST ? reason : "");
        })
        .as(tx::transactional);
  }

  /** Moves the locked prospect on and tells of it. */
  Mono<Void> become(Lead lead, LeadState to, String reason) {
    return leads
        .become(lead, to, reason)
        .then(
            log.tell(
                new LeadMoved(1, lead.id(), lead.version() + 1, lead.state().code(), to.code()),
                lead.id(),
                "moved",
                Map.of("state", lead.state().code()),
                Map.of("state", to.code(), "reason", reason)));
  }

  /** Joins a double into the one that stays, after somebody looked at both. */
  Mono<Void> merge(UUID one, UUID into) {
    if (one.equals(into)) {
      return Mono.error(new Refusal.Conflict("A prospect cannot be joined with itself."));
    }
    return locked(one)
        .zipWhen(_ -> locked(into))
        .flatMap(both -> {
          if (both.getT1().mergedInto() != null || both.getT2().mergedInto() != null) {
            return Mono.error(
                new Refusal.Conflict("One of the two was joined with another meanwhile."));
          }
          if (both.getT1().firm() != null) {
            return Mono.error(
                new Refusal.Conflict(
                    "%s has a firm already. Keep that one, and join the other into it."
                        .formatted(both.getT1().name())));
          }
          return leads
              .merge(one, into)
              .then(
                  log.tell(
                      new LeadMoved(
                          1,
                          one,
                          both.getT1().version() + 1,
                          both.getT1().state().code(),
                          "merged"),
                      one,
                      "joined",
                      null,
                      Map.of("into", into.toString())))
              .then(log.trail(into, "took in", null, Map.of("lead", one.toString())))
              .then(
                  // who was only written down, and booked under another line, has a demo now
                  both.getT2().state().mayBecome(both.getT1().state())
                      ? become(both.getT2(), both.getT1().state(), "")
                      : Mono.empty());
        })
        .as(tx::transactional);
  }

  /** Looked at: they are two. */
  Mono<Void> keepApart(UUID one, UUID other) {
    return locked(one)
        .then(locked(other))
        .then(leads.notSame(one, other))
        .then(log.trail(one, "kept apart", null, Map.of("from", other.toString())))
        .as(tx::transactional);
  }

  private Mono<Lead> locked(UUID id) {
    return leads.locked(id).switchIfEmpty(Mono.error(Refusal.notFound()));
  }
}
