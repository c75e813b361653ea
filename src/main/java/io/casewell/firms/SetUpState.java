package io.casewell.firms;

import java.util.List;

/**
 * What a firm has set up so far.
 *
 * @param finished whether its owner said so
 * @param nextPath where the owner wanted to go before, or empty
 * @param people who is in the firm
 */
public record SetUpState(
    boolean finished, String nextPath, int attorneys, int parties, boolean billing, int people) {
  /** What the steps are called. */
  public static final List<String> LABELS =
      List.of("Your firm", "Attorneys", "Conflicts", "Billing", "Done");

  /**
   * A thing to set up.
   *
   * @param why what it is good for
   * @param state how far it is, in words
   */
  public record Item(String title, String why, String href, boolean done, String state) {}

  /** The checklist. */
  public List<Item> items() {
    return List.of(
        new Item(
            "Name, state and fields of law",
            "Professionals and prices follow from it.",
            "/firm/details",
            true,
            "Done"),
        new Item(
            "Supervising attorneys",
            "Somebody licensed answers for the work; a contract names that person.",
            "/firm/attorneys",
            attorneys > 0,
            attorneys == 0 ? "None yet" : attorneys == 1 ? "One" : attorneys + " of them"),
        new Item(
            "Names for conflict checks",
            "Nobody is proposed to you who worked for the other side.",
            "/firm/parties",
            parties > 0,
            parties == 0 ? "None yet" : parties == 1 ? "One name" : parties + " names"),
        new Item(
            "Billing contact",
            "Invoices reach the right desk from the first one on.",
            "/firm/billing-contact",
            billing,
            billing ? "Done" : "Missing"),
        new Item(
            "Colleagues",
            "Hiring, supervising and paying can be different people.",
            "/firm/people",
            people > 1,
            people > 1 ? people + " people" : "Only you so far"));
  }

  /** How many things are done. */
  public long done() {
    return items().stream().filter(Item::done).count();
  }

  /** Whether nothing is left to do. */
  public boolean complete() {
    return done() == items().size();
  }
}
