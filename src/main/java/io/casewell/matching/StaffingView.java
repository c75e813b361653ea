package io.casewell.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * Who would take which seat, in words.
 *
 * @param seats every seat in the needs' order, the unfilled after the filled
 * @param words how good it is as a whole, and how far picking one after another would have got
 * @param filled how many seats have somebody
 */
public record StaffingView(List<Seat> seats, String words, int filled) {
  /**
   * One seat.
   *
   * @param need the need's id
   * @param title its title
   * @param number of the need's seats, counted from 1
   * @param of how many the need has
   * @param name who, or empty while nobody is left
   * @param points of 10,000, in words
   * @param rate the hourly bill rate in words
   */
  public record Seat(
      String need,
      String title,
      int number,
      int of,
      String name,
      String points,
      String rate,
      String hours) {}

  /** Whether there is anything to put together. */
  public boolean together() {
    return seats.size() > 1;
  }

  static StaffingView of(Staffing.Filled filled) {
    var seats = new ArrayList<Seat>();
    for (int i = 0; i < filled.needs().size(); i++) {
      addSeats(filled, i, seats);
    }
    int taken = filled.plan().seats().size();
    return new StaffingView(seats, words(filled.plan(), taken, seats.size()), taken);
  }

  private static void addSeats(Staffing.Filled filled, int opening, List<Seat> seats) {
    var found = filled.needs().get(opening);
    int of = found.need().terms().seats();
    int number = 0;
    for (var seat : filled.plan().seats()) {
      if (seat.opening() == opening) {
        seats.add(taken(found, seat, ++number, of));
      }
    }
    while (number < of) {
      seats.add(seat(found, ++number, of, "", "", ""));
    }
  }

  private static Seat taken(Matches.Found found, Seating.Seat seat, int number, int of) {
    var card = found.cards().get(seat.staff().value());
    var rate =
        found.ranking().top().stream()
            .filter(candidate -> candidate.match().staff().equals(seat.staff()))
            .mapToInt(candidate -> candidate.facts().billRate(found.need().terms().role()))
            .findFirst()
            .orElseThrow();
    var name = card == null ? "Somebody new" : card.name();
    return seat(
        found, number, of, name, Wording.points(seat.score()), Wording.dollars(rate) + " an hour");
  }

  private static Seat seat(
      Matches.Found found, int number, int of, String name, String points, String rate) {
    var terms = found.need().terms();
    return new Seat(
        found.need().id().toString(),
        terms.title(),
        number,
        of,
        name,
        points,
        rate,
        Wording.count(terms.hoursPerWeek(), "hour", "hours") + " a week");
  }

  private static String words(Seating.Plan plan, int taken, int all) {
    var seats = taken + " of " + Wording.count(all, "seat", "seats") + " filled";
    long gain = plan.total() - plan.greedy();
    var better =
        gain == 0
            ? "Picking the best single match, then the next, comes to the same."
            : "Picking the best single match, then the next, would reach %,d points of %,d."
                .formatted(plan.greedy(), plan.total());
    var best = plan.exact() ? "No other choice fits better in all." : "This is the best found.";
    return seats + ". " + better + " " + best;
  }
}
