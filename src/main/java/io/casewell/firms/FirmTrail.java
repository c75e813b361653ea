package io.casewell.firms;

import io.casewell.platform.TrailWords;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to a firm and to invitations into it, in words. */
@Component
class FirmTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("firm", "Law firm", "invitation", "Invitation");
  }

  @Override
  public Optional<Said> say(Step step) {
    return step.kind().equals("invitation") ? invitation(step) : firm(step);
  }

  private static Optional<Said> invitation(Step step) {
    var who = text(step, "email", "somebody");
    return switch (step.what()) {
      case "invited" -> TrailWords.said("invited " + who + ".", "mail");
      case "sent again" -> TrailWords.said("sent the invitation of " + who + " again.", "mail");
      case "revoked" -> TrailWords.said("took the invitation of " + who + " back.", "x");
      case "accepted" -> TrailWords.said("accepted an invitation.", "check");
      default -> Optional.empty();
    };
  }

  private static Optional<Said> firm(Step step) {
    var name = text(step, "name", "somebody");
    return switch (step.what()) {
      case "founded" -> TrailWords.said("set the firm up here.", "check");
      case "set up by sales" -> TrailWords.said("set the firm up for a prospect.", "check");
      case "became a customer" -> TrailWords.said("made the firm a customer.", "check");
      case "set-up finished" -> TrailWords.said("finished setting the firm up.", "check");
      case "details changed" -> TrailWords.said("changed the firm's details.", "edit");
      case "name shown" ->
          TrailWords.said("let professionals read the firm's name on open needs.", "user");
      case "name hidden" -> TrailWords.said("took the firm's name off open needs.", "user");
      case "attorney added" ->
          TrailWords.said("added the supervising attorney " + name + ".", "user");
      case "attorney removed" ->
          TrailWords.said("removed the supervising attorney " + name + ".", "x");
      case "conflict names added" -> TrailWords.said("added names for conflict checks.", "shield");
      case "conflict name removed" ->
          TrailWords.said("removed a name from the conflict checks.", "shield");
      case "billing contact changed" -> TrailWords.said("changed the billing contact.", "edit");
      case "roles changed" ->
          TrailWords.said("changed a colleague's roles to " + roles(step) + ".", "users");
      case "person removed" -> TrailWords.said("took a colleague out of the firm.", "x");
      case "removal undone" -> TrailWords.said("brought a colleague back.", "check");
      default -> Optional.empty();
    };
  }

  private static String text(Step step, String field, String otherwise) {
    return step.after().path(field).asString(step.before().path(field).asString(otherwise));
  }

  private static String roles(Step step) {
    var roles = new ArrayList<String>();
    step.after().path("roles").forEach(role -> roles.add(role.asString().replace('_', ' ')));
    return roles.isEmpty() ? "none" : String.join(", ", roles);
  }
}
