package io.casewell.demos;

import io.casewell.platform.Form;
import io.casewell.platform.Ids;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the list was asked for, as it stands in the address.
 *
 * @param page counts from 1
 */
public record LeadsAsked(String words, String state, String owner, boolean due, int page) {
  static LeadsAsked of(Form query) {
    var state = query.text("state");
    var words = query.text("q");
    var page = query.text("page");
    return new LeadsAsked(
        words.length() > 100 ? words.substring(0, 100) : words,
        LeadState.of(state).isPresent() ? state : "",
        query.text("owner").length() == 36 ? query.text("owner") : "",
        query.text("due").equals("yes"),
        page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
  }

  /** The query of this list with another state, from its first page. */
  public String with(String other) {
    return "?q=" + encoded(words) + "&state=" + other + rest();
  }

  /** The query of another page. */
  public String at(int other) {
    return "?q=" + encoded(words) + "&state=" + state + rest() + "&page=" + other;
  }

  private String rest() {
    return "&owner=" + owner + (due ? "&due=yes" : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Leads.Wish wish(int limit, int skip) {
    return new Leads.Wish(
        words, state, owner.isEmpty() ? null : Ids.parse(owner), due, limit, skip);
  }
}
