package io.casewell.notifications;

import io.casewell.demos.ProposalAccepted;
import io.casewell.demos.ProposalDeclined;
import io.casewell.demos.ProposalEvent;
import io.casewell.demos.ProposalFacts;
import io.casewell.demos.ProposalSent;
import io.casewell.demos.ProposalViewed;
import io.casewell.notifications.ProposalLetter.Step;
import io.casewell.platform.AccountId;
import io.casewell.platform.NoticeKind;
import io.casewell.platform.Reaction;
import io.casewell.platform.TimeWords;
import io.casewell.platform.Worker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Which step of a proposal is told to whom. */
@Configuration(proxyBeanMethods = false)
class TellOfProposals {
  private final Desk desk;
  private final Worker worker;

  TellOfProposals(Desk desk, Worker worker) {
    this.desk = desk;
    this.worker = worker;
  }

  /** The prospect gets the link, unless it was taken back meanwhile. */
  @Bean
  Reaction<ProposalSent> sendTheProposal() {
    return Reaction.to(
        ProposalSent.class,
        event ->
            ProposalFacts.of(worker, event.proposal())
                .filter(facts -> facts.state().equals("sent"))
                .flatMap(facts ->
                    desk.mails()
                        .put(
                            cause(event),
                            ProposalLetter.KIND,
                            facts.email(),
                            all(facts, Step.SENT, facts.name()))));
  }

  @Bean
  Reaction<ProposalViewed> tellOfProposalOpened() {
    return Reaction.to(ProposalViewed.class, event -> rep(event, Step.OPENED));
  }

  @Bean
  Reaction<ProposalAccepted> tellOfProposalAccepted() {
    return Reaction.to(ProposalAccepted.class, event -> rep(event, Step.ACCEPTED));
  }

  @Bean
  Reaction<ProposalDeclined> tellOfProposalDeclined() {
    return Reaction.to(ProposalDeclined.class, event -> rep(event, Step.DECLINED));
  }

  private Mono<Void> rep(ProposalEvent event, Step step) {
    return ProposalFacts.of(worker, event.proposal())
        .zipWhen(facts -> desk.readers().account(new AccountId(facts.sentBy())))
        .flatMap(both -> rep(event, step, both.getT1(), both.getT2()));
  }

  private Mono<Void> rep(ProposalEvent event, Step step, ProposalFacts proposal, Told rep) {
    var account = new AccountId(proposal.sentBy());
    var facts = all(proposal, step, rep.name());
    return desk.mails()
        .put(cause(event), ProposalLetter.KIND, rep.email(), facts, account, NoticeKind.DEMOS)
        .then(
            desk.notice(
                account, cause(event), NoticeKind.DEMOS, () -> ProposalLetter.words(facts)));
  }

  private static String cause(ProposalEvent event) {
    return "proposal " + event.proposal() + " " + event.version();
  }

  private static Map<String, String> all(ProposalFacts proposal, Step step, String name) {
    var all = new LinkedHashMap<String, String>();
    all.put("step", step.name());
    all.put("proposal", proposal.proposal().toString());
    all.put("generation", Integer.toString(proposal.generation()));
    all.put("lead", proposal.lead().toString());
    all.put("title", proposal.title());
    all.put("from", proposal.sentByName());
    all.put("name", name);
    if (step == Step.SENT) {
      all.put("message", proposal.message());
      all.put("until", TimeWords.day(proposal.expiresAt(), proposal.zone()));
    } else {
      all.put(
          "who",
          proposal.firm().isEmpty() ? proposal.name() : proposal.name() + ", " + proposal.firm());
      all.put("reason", proposal.reason());
    }
    return all;
  }
}
