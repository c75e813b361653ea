package io.casewell.identity;

import io.casewell.platform.TrailWords;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happened to an account, in words. */
@Component
class AccountTrail implements TrailWords {
  @Override
  public Map<String, String> kinds() {
    return Map.of("account", "Account");
  }

  @Override
  public Optional<Said> say(Step step) {
    var reason = step.after().path("reason").asString("");
    var because = reason.isBlank() ? "." : ": " + reason;
    var name = step.after().path("name").asString(step.before().path("name").asString(""));
    return switch (step.what()) {
      case "came in" -> TrailWords.said("signed in for the first time.", "user");
      case "agreed" -> TrailWords.said("agreed to the terms and the privacy notice.", "check");
      case "disabled" -> TrailWords.said("disabled the account" + because, "x");
      case "enabled" -> TrailWords.said("enabled the account again" + because, "check");
      case "token made" -> TrailWords.said("made the API token “" + name + "”.", "key");
      case "token revoked" -> TrailWords.said("revoked the API token “" + name + "”.", "key");
      case "session ended" -> TrailWords.said("signed a device out.", "out");
      case "signed out everywhere" -> TrailWords.said("signed out everywhere.", "out");
      case "notices chosen" -> TrailWords.said("chose what to be told.", "edit");
      case "data exported" -> TrailWords.said("downloaded the own data.", "download");
      case "deletion asked for" -> TrailWords.said("asked for the account to be deleted.", "trash");
      case "deletion taken back" -> TrailWords.said("kept the account after all.", "check");
      case "erased" -> TrailWords.said("erased name, e-mail and contact.", "trash");
      case "looked at" ->
          TrailWords.said("looked at the pages of this account" + because, "search");
      case "signed out by operations" -> TrailWords.said("ended every session and token.", "out");
      case "sign-in move proposed" ->
          TrailWords.said("proposed to move the sign-in" + because, "key");
      case "sign-in moved" -> TrailWords.said("confirmed the move of the sign-in.", "key");
      case "sign-in move refused" -> TrailWords.said("refused the move of the sign-in.", "x");
      case "sales role changed" ->
          TrailWords.said(
              "changed the place in sales to “" + step.after().path("sales").asString("") + "”.",
              "users");
      case "operations roles changed" ->
          TrailWords.said("changed the roles in operations to " + roles(step) + ".", "users");
      case "firm roles changed" ->
          TrailWords.said(
              "changed the roles in " + firm(step) + " to " + roles(step) + ".", "users");
      case "taken out of a firm" -> TrailWords.said("took them out of " + firm(step) + ".", "x");
      default -> Optional.empty();
    };
  }

  private static String firm(Step step) {
    return step.after().path("firm").asString("the firm");
  }

  private static String roles(Step step) {
    var roles = new ArrayList<String>();
    step.after().path("roles").forEach(role -> roles.add(role.asString().replace('_', ' ')));
    return roles.isEmpty() ? "none" : String.join(", ", roles);
  }

  @Override
  public String address(String kind, UUID subject) {
    return "/operations/people/" + subject;
  }
}
