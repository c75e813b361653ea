package io.casewell.needs;

import io.casewell.platform.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What of the list is wanted. What makes no sense reads as its default: a page about to be read
 * shall not fail on a mistyped address.
 *
 * @param state a state's code, or empty for all
 * @param mine whether only those that the viewer looks after
 * @param words to stand in the title, or empty
 * @param sort the column's word
 * @param descending the other way round
 * @param page from 1
 */
public record ListQuery(
    String state, boolean mine, String words, String sort, boolean descending, int page) {
  private static final int WORDS_MAX = 100;

  static ListQuery of(Form query) {
    var state = NeedState.of(query.text("state")).map(NeedState::code).orElse("");
    var words = query.text("q");
    var sort = NeedLines.sortable(query.text("sort")) ? query.text("sort") : "posted";
    var order = query.text("order");
    boolean descending = order.equals("down") || (!order.equals("up") && sort.equals("posted"));
    var page = query.text("page");
    return new ListQuery(
        state,
        query.text("mine").equals("yes"),
        words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) : words,
        sort,
        descending,
        page.matches("[1-9]\\d{0,3}") ? Integer.parseInt(page) : 1);
  }

  /** Whether anything is left out by it. */
  public boolean filters() {
    return !state.isEmpty() || mine || !words.isEmpty();
  }

  /** The address of the list sorted by this column, the other way round when it is already. */
  public String sortedBy(String column) {
    boolean down = column.equals(sort) ? !descending : column.equals("posted");
    return href(column, down, 1);
  }

  /** What a screen reader says of the column, or null where the list is sorted by another. */
  public @org.jspecify.annotations.Nullable String direction(String column) {
    return !column.equals(sort) ? null : descending ? "descending" : "ascending";
  }

  String at(int otherPage) {
    return href(sort, descending, otherPage);
  }

  /** The address of the list of this state, or of all, with the words kept. */
  public String inState(String other) {
    return "/needs?state=" + other + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /** The address of the whole list as a file, filtered and sorted as it is here. */
  public String csv() {
    return "/needs.csv" + href(sort, descending, 1).substring("/needs".length());
  }

  private String href(String column, boolean down, int toPage) {
    return "/needs?state="
        + state
        + (mine ? "&mine=yes" : "")
        + "&q="
        + URLEncoder.encode(words, StandardCharsets.UTF_8)
        + "&sort="
        + column
        + "&order="
        + (down ? "down" : "up")
        + "&page="
        + toPage;
  }
}
