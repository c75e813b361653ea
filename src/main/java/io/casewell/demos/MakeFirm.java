package io.casewell.demos;

import io.casewell.firms.ProspectFirms;
import io.casewell.identity.InvitePeople;
import io.casewell.needs.CarryOver;
import io.casewell.platform.Caller;
import io.casewell.platform.EmailAddress;
import io.casewell.platform.FirmId;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns a prospect into a firm: it is set up, its people are invited, and what they told goes along
 * as a need begun in their words.
 */
@Component
class MakeFirm {
  static final int PEOPLE_MOST = 10;

  private final Leads leads;
  private final KeepLead keepLead;
  private final ProspectFirms prospects;
  private final InvitePeople invitePeople;
  private final CarryOver carryOver;
  private final DemoLog log;
  private final DemoTypes types;
  private final Tenancy tx;

  MakeFirm(
      Leads leads,
      KeepLead keepLead,
      ProspectFirms prospects,
      InvitePeople invitePeople,
      CarryOver carryOver,
      DemoLog log,
      DemoTypes types,
      Tenancy tx) {
    this.leads = leads;
    this.keepLead = keepLead;
    this.prospects = prospects;
    this.invitePeople = invitePeople;
    this.carryOver = carryOver;
    this.log = log;
    this.types = types;
    this.tx = tx;
  }

  /** Addresses with their roles, the prospect's own first. */
  static Map<String, List<String>> people(Lead lead, String typed, Problems problems) {
    var people = new LinkedHashMap<String, List<String>>();
    people.put(lead.email(), List.of("owner"));
    for (var one : typed.split("[,;\\s]+")) {
      if (!one.isEmpty() && !one.equalsIgnoreCase(lead.email())) {
        EmailAddress.read(one)
            .ifPresentOrElse(
                address -> people.put(address, List.of("hiring_manager")),
                () ->
                    problems.add(
                        "people", "Write each colleague's address, with commas between them."));
      }
    }
    if (people.size() > PEOPLE_MOST) {
      problems.add("people", "At most ten people; the others are invited by the firm itself.");
    }
    return people;
  }

  /** Does it. */
  Mono<FirmId> make(
      UUID id,
      ProspectFirms.Details details,
      Map<String, List<String>> people,
      Caller.SalesRep by,
      String byName) {
    return leads
        .find(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .as(tx::transactional)
        .flatMap(seen -> {
          if (seen.mergedInto() != null) {
            return Mono.error(
                new Refusal.Conflict(
                    "This prospect was joined into another. Go on with that one."));
          }
          seen.state().refuseUnlessMayBecome(LeadState.WON);
          var known = seen.firm();
          var firm = known == null ? FirmId.next() : new FirmId(known);
          var begun =
              known == null
                  ? prospects.begin(firm, details, by.account()).then(linked(seen, firm))
                  : Mono.<Void>empty();
          return begun
              .then(types.all().collectList().as(tx::transactional))
              .flatMap(all -> begins(seen, firm, details, people, by, byName, all))
              // should this last step be lost, the prospect is set to won by hand
              .then(won(id))
              .thenReturn(firm);
        });
  }

  private Mono<Void> linked(Lead lead, FirmId firm) {
    return leads
        .locked(lead.id())
        .filter(now -> now.firm() == null)
        .switchIfEmpty(Mono.error(new Refusal.Conflict("Somebody set this firm up a moment ago.")))
        .then(leads.lead(lead.id(), firm.value(), null))
        .as(tx::transactional);
  }

  private Mono<Void> won(UUID id) {
    return leads
        .locked(id)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(lead -> {
          lead.state().refuseUnlessMayBecome(LeadState.WON);
          return keepLead
              .become(lead, LeadState.WON, "")
              .then(log.trail(id, "became a firm", null, Map.of("name", lead.firmName())));
        })
        .as(tx::transactional);
  }

  private Mono<Void> begins(
      Lead lead,
      FirmId firm,
      ProspectFirms.Details details,
      Map<String, List<String>> people,
      Caller.SalesRep by,
      String byName,
      List<DemoType> all) {
    var acting = ProspectFirms.acting(firm, by.account());
    var into = new InvitePeople.Into("firm", firm, details.name(), by.account(), byName);
    var told = told(lead, all);
    var work =
        prospects
            .change(firm, details)
            .thenMany(Flux.fromIterable(people.entrySet()))
            .concatMap(one -> invitePeople.invite(into, one.getKey(), one.getValue()))
            .then(
                lead.need() != null || told.isEmpty()
                    ? Mono.<Void>empty()
                    : carryOver.begin(acting, "From our demo", told).then())
            .then(prospects.activate(firm));
    return prospects.actFor(firm, by.account(), work);
  }

  /** What the prospect told, as text for the need's wizard. */
  private static String told(Lead lead, List<DemoType> types) {
    var labels = new LinkedHashMap<String, String>();
    types.forEach(type -> type.terms().questions().forEach(q -> labels.put(q.code(), q.label())));
    var text = new StringBuilder();
    var advice = lead.advice();
    if (advice != null) {
      text.append("The advisor said: ").append(advice.words()).append(".\n");
      if (!advice.text().isEmpty()) {
        text.append(advice.text()).append("\n");
      }
    }
    lead.answers()
        .forEach((code, answer) ->
            text.append(labels.getOrDefault(code, code)).append(": ").append(answer).append(".\n"));
    return text.toString().strip();
  }
}
