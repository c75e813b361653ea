package io.casewell.notifications;

import io.casewell.demos.DemoFacts;
import io.casewell.platform.LinkTokens;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The mails about a proposal: to the prospect with the link, which is computed while it is sent,
 * and to the rep when it was opened and answered.
 */
@Component
class ProposalLetter implements LetterKind {
  static final String KIND = "proposal";

  private final LinkTokens links;
  private final Desk desk;

  ProposalLetter(LinkTokens links, Desk desk) {
    this.links = links;
    this.desk = desk;
  }

  /** What it tells; the first goes to the prospect, the others to the rep. */
  enum Step {
    SENT,
    OPENED,
    ACCEPTED,
    DECLINED
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String label() {
    return "Proposal";
  }

  /** What it says; the prospect's path comes while sending. */
  static Words words(Map<String, String> facts) {
    var step = Step.valueOf(facts.getOrDefault("step", ""));
    var who = facts.getOrDefault("who", "");
    var lead = "/sales/leads/" + facts.getOrDefault("lead", "");
    var words =
        switch (step) {
          case SENT ->
              new Words(
                  "A proposal from " + facts.getOrDefault("from", "") + ", Casewell",
                  "It says what was asked for, who fits it now, and what a week costs. Names come"
                      + " with your firm's own account. Nothing is owed until you hire somebody.",
                  facts.getOrDefault("message", ""),
                  "Read the proposal",
                  "/demo");
          case OPENED ->
              new Words(
                  "Opened: your proposal to " + who,
                  "The link was opened for the first time. It may be a good moment for a call.",
                  "",
                  "Open the prospect",
                  lead);
          case ACCEPTED ->
              new Words(
                  "Accepted: your proposal to " + who,
                  "The need is open, and the prospect is invited as the owner of their firm.",
                  "",
                  "Open the prospect",
                  lead);
          case DECLINED ->
              new Words(
                  "Declined: your proposal to " + who,
                  "The prospect stays with you, and another proposal can be sent.",
                  facts.getOrDefault("reason", ""),
                  "Open the prospect",
                  lead);
        };
    return step == Step.SENT
        ? words
            .with("For", facts.getOrDefault("title", ""))
            .with("Open until", facts.getOrDefault("until", ""))
        : words.with("For", facts.getOrDefault("title", ""));
  }

  @Override
  public Letter write(Map<String, String> facts) {
    var words = words(facts);
    var name = facts.getOrDefault("name", "");
    return facts.getOrDefault("step", "").equals(Step.SENT.name())
        ? Letter.plain(words, name, desk.baseUrl().of(path(facts)), "")
        : desk.letter(words, name);
  }

  private String path(Map<String, String> facts) {
    return DemoFacts.PROPOSAL_LINK
        + links.token(
            DemoFacts.PROPOSAL_PURPOSE,
            UUID.fromString(facts.getOrDefault("proposal", "")),
            Integer.parseInt(facts.getOrDefault("generation", "1")));
  }
}
