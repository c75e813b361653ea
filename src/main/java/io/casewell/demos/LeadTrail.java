package io.casewell.demos;

import io.casewell.platform.TrailWords;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to a prospect and to demo types, in words. */
@Component
class LeadTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("lead", "Prospect", "demo type", "Demo type");
  }

  @Override
  public Optional<Said> say(Step step) {
    return step.kind().equals("lead") ? ofLead(step) : ofType(step);
  }

  private static Optional<Said> ofType(Step step) {
    return switch (step.what()) {
      case "added" -> TrailWords.said("began to offer this demo.", "plus");
      case "changed" -> TrailWords.said("changed what is offered.", "edit");
      case "pool changed" ->
          TrailWords.said("changed the pool: " + now(step, "name") + ".", "users");
      case "left the pool" ->
          TrailWords.said("took " + now(step, "name") + " out of the pool.", "users");
      default -> Optional.empty();
    };
  }

  private static Optional<Said> ofLead(Step step) {
    return switch (step.what()) {
      case "written down" -> TrailWords.said("wrote this prospect down.", "plus");
      case "demo booked" ->
          TrailWords.said(
              "booked: "
                  + now(step, "type")
                  + " with "
                  + now(step, "rep")
                  + " ("
                  + now(step, "why")
                  + ").",
              "calendar");
      case "demo requested" ->
          TrailWords.said(
              "asked for: " + now(step, "type") + " with " + now(step, "rep") + ".", "calendar");
      case "demo confirmed" -> TrailWords.said("confirmed the demo.", "check");
      case "demo moved" -> TrailWords.said("moved the demo" + because(step) + ".", "calendar");
      case "demo handed over" ->
          TrailWords.said(
              "handed the demo over from "
                  + step.before().path("rep").asString("")
                  + " to "
                  + now(step, "rep")
                  + because(step)
                  + ".",
              "swap");
      case "demo cancelled", "cancelled by the prospect" ->
          TrailWords.said("cancelled the demo" + because(step) + ".", "x");
      case "demo held" -> TrailWords.said("held the demo: " + now(step, "outcome") + ".", "check");
      case "did not come" -> TrailWords.said("noted that nobody came.", "alert");
      case "demo expired" ->
          TrailWords.said("let the request end; nobody confirmed it in time.", "clock");
      case "running late" ->
          TrailWords.said("ran " + now(step, "minutes") + " minutes late and said so.", "clock");
      case "moved" ->
          TrailWords.said("moved it to “" + state(step) + "”" + because(step) + ".", "arrow");
      case "next step" ->
          TrailWords.said("wrote down the next step: " + now(step, "step") + ".", "list");
      case "erased" -> TrailWords.said("erased who this was" + because(step) + ".", "trash");
      case "noted" -> TrailWords.said("wrote a note.", "edit");
      case "joined" -> TrailWords.said("joined this prospect with another.", "users");
      case "took in" -> TrailWords.said("joined another prospect into this one.", "users");
      case "kept apart" ->
          TrailWords.said("looked at a likely double and kept the two apart.", "users");
      case "became a firm" ->
          TrailWords.said("made a firm of it: " + now(step, "name") + ".", "briefcase");
      case "need drawn up" -> TrailWords.said("drew up the need.", "file");
      case "proposal sent" -> TrailWords.said("sent a proposal.", "mail");
      case "proposal opened" -> TrailWords.said("opened the proposal.", "mail");
      case "proposal accepted" -> TrailWords.said("accepted the proposal.", "check");
      case "proposal declined" ->
          TrailWords.said("declined the proposal" + because(step) + ".", "x");
      case "proposal withdrawn" -> TrailWords.said("took the proposal back.", "x");
      default -> Optional.empty();
    };
  }

  private static String now(Step step, String field) {
    return step.after().path(field).asString("");
  }

  private static String because(Step step) {
    var reason = now(step, "reason");
    return reason.isEmpty() ? "" : ", because: " + reason;
  }

  private static String state(Step step) {
    return LeadState.of(now(step, "state")).map(LeadState::label).orElse(now(step, "state"));
  }
}
