package io.casewell.demos;

import io.casewell.catalogue.Catalogue;
import io.casewell.firms.ProspectFirms;
import io.casewell.matching.Preview;
import io.casewell.needs.ChangeNeed;
import io.casewell.needs.Need;
import io.casewell.needs.NeedId;
import io.casewell.needs.NeedInput;
import io.casewell.needs.NeedState;
import io.casewell.needs.Needs;
import io.casewell.needs.PostNeed;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo room: the prospect's need is drawn up together and held against everybody, without
 * names. The need is a draft of a firm in state prospect, which sales acts for until it begins.
 */
@Component
class DemoRoom {
  static final int SHOWN = 6;

  private final Leads leads;
  private final ProspectFirms prospects;
  private final Needs needs;
  private final PostNeed postNeed;
  private final ChangeNeed changeNeed;
  private final Preview preview;
  private final DemoLog log;
  private final Catalogue catalogue;
  private final JsonMapper json;
  private final Tenancy tx;

  DemoRoom(
      Leads leads,
      ProspectFirms prospects,
      Needs needs,
      PostNeed postNeed,
      ChangeNeed changeNeed,
      Preview preview,
      DemoLog log,
      Catalogue catalogue,
      JsonMapper json,
      Tenancy tx) {
    this.leads = leads;
    this.prospects = prospects;
    this.needs = needs;
    this.postNeed = postNeed;
    this.changeNeed = changeNeed;
    this.preview = preview;
    this.log = log;
    this.catalogue = catalogue;
    this.json = json;
    this.tx = tx;
  }

  /** The prospect, if they are the caller's to see. */
  Mono<Lead> lead(UUID id) {
    return leads.find(id).switchIfEmpty(Mono.error(Refusal.notFound())).as(tx::transactional);
  }

  /** The need as it stands; empty while there is none. */
  Mono<Need> need(Lead lead, Caller.SalesRep by) {
    var firm = lead.firm();
    var need = lead.need();
    return firm == null || need == null
        ? Mono.empty()
        : prospects.actFor(
            new FirmId(firm), by.account(), needs.find(new NeedId(need), new FirmId(firm)));
  }

  /** Who fits it now; before anything is kept, who fits what they answered. */
  Mono<Preview.Shown> shown(Lead lead, Caller.SalesRep by, LocalDate today) {
    return lead.need() == null ? asAnswered(lead, today) : shown(lead, by);
  }

  /** Who fits it now, without names. */
  Mono<Preview.Shown> shown(Lead lead, Caller.SalesRep by) {
    var firm = lead.firm();
    var need = lead.need();
    return firm == null || need == null
        ? Mono.error(Refusal.notFound())
        : prospects
            .actFor(new FirmId(firm), by.account(), Mono.just(true))
            .then(
                preview
                    .of(new NeedId(need), new FirmId(firm), SHOWN)
                    .contextWrite(
                        Tenancy.as(ProspectFirms.acting(new FirmId(firm), by.account()))));
  }

  private Mono<Preview.Shown> asAnswered(Lead lead, LocalDate today) {
    return Mono.fromCallable(
            () -> Room.fresh(lead, today, catalogue).need(catalogue, today, json, new Problems()))
        .flatMap(input -> preview.ofUnsaved(input.terms(), SHOWN));
  }

  /** Keeps what was drawn up; the first time, the firm is set up with it. */
  Mono<Void> keep(Lead lead, NeedInput input, Caller.SalesRep by) {
    if (lead.mergedInto() != null) {
      return Mono.error(
          new Refusal.Conflict("This prospect was joined into another. Go on with that one."));
    }
    var firm = lead.firm();
    return firm == null ? first(lead, input, by) : again(lead, new FirmId(firm), input, by);
  }

  private Mono<Void> first(Lead lead, NeedInput input, Caller.SalesRep by) {
    var firm = FirmId.next();
    var name = lead.firmName().isEmpty() ? lead.name() : lead.firmName();
    var details =
        new ProspectFirms.Details(
            name,
            prospects.stateOf(lead.zone().getId()),
            "2–10",
            lead.zone().getId(),
            input.terms().practiceAreas());
    return prospects.begin(firm, details, by.account()).then(again(lead, firm, input, by));
  }

  private Mono<Void> again(Lead lead, FirmId firm, NeedInput input, Caller.SalesRep by) {
    var known = lead.need();
    var acting = ProspectFirms.acting(firm, by.account());
    Mono<NeedId> written =
        known == null
            ? postNeed.post(List.of(input), NeedState.DRAFT, acting, "")
            : changed(new NeedId(known), firm, input, acting);
    return prospects
        .actFor(firm, by.account(), written)
        .flatMap(need ->
            leads
                .lead(lead.id(), firm.value(), need.value())
                .then(log.trail(lead.id(), "need drawn up", null, Map.of("need", need.toString())))
                .as(tx::transactional));
  }

  private Mono<NeedId> changed(
      NeedId need, FirmId firm, NeedInput input, Caller.FirmMember acting) {
    return needs
        .find(need, firm)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(now -> changeNeed.change(need, now.version(), input, acting))
        .flatMap(outcome ->
            switch (outcome) {
              case ChangeNeed.Outcome.Changed _ -> Mono.just(need);
              case ChangeNeed.Outcome.Stale _ ->
                  Mono.error(new Refusal.Conflict("Somebody changed this need meanwhile."));
            });
  }

  /** The form as it stands: the need's, or a first one from the prospect's answers. */
  Mono<Room> room(Lead lead, Caller.SalesRep by, LocalDate today) {
    return need(lead, by)
        .map(need -> Room.of(need.terms(), catalogue))
        .defaultIfEmpty(Room.fresh(lead, today, catalogue));
  }
}
