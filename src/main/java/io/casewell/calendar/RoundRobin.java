package io.casewell.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: the highest shortfall where turns go by weight, and the higher weight; then the
 * higher priority; then who was given one least recently; then the lowest id. A pure function.
 *
 * @param <K> what names a host, in its order
 */
public final class RoundRobin<K extends Comparable<? super K>> {
  /** The priority of who has none. */
  private static final int USUAL = 2;

  private final boolean weights;
  private final List<Host<K>> hosts;
  private final List<Given<K>> given;

  /**
   * Who takes turns.
   *
   * @param weights whether they go by weight
   * @param hosts everybody whose turns count, free or not
   * @param given what was given to them
   */
  public RoundRobin(boolean weights, List<Host<K>> hosts, List<Given<K>> given) {
    this.weights = weights;
    this.hosts = List.copyOf(hosts);
    var ids = hosts.stream().map(Host::id).toList();
    this.given = given.stream().filter(g -> ids.contains(g.host())).toList();
  }

  /**
   * One who takes turns.
   *
   * @param lastGiven when they were given one last, where that is known beside what was given
   * @param joined since when they take turns, or null for always
   * @param calibration counted as given already
   */
  public record Host<K>(
      K id,
      int weight,
      @Nullable Integer priority,
      @Nullable Instant lastGiven,
      @Nullable Instant joined,
      List<Away> away,
      double calibration) {
    public Host {
      away = List.copyOf(away);
      if (weight < 0) {
        throw new IllegalArgumentException("a weight below nothing");
      }
    }

    /** Somebody like everybody. */
    public static <K> Host<K> of(K id) {
      return new Host<>(id, 100, null, null, null, List.of(), 0);
    }
  }

  /** Not there to be given any. */
  public record Away(Instant from, Instant to) {}

  /** One that was given, when it was booked. */
  public record Given<K>(K host, Instant at) {}

  /** A host in the order of turns. */
  public record Turn<K>(
      K host, double shortfall, int weight, int priority, @Nullable Instant last) {
    /** As it is kept with what was given. */
    Map<String, Object> kept(int place, boolean weights) {
      var kept = new java.util.TreeMap<String, Object>();
      kept.put("place", place);
      kept.put("priority", priority);
      if (weights) {
        kept.put("weight", weight);
        kept.put("shortfall", Math.round(shortfall * 10_000) / 10_000.0);
      }
      if (last != null) {
        kept.put("lastGiven", last.toString());
      }
      return kept;
    }
  }

  /** How far each is behind their share. */
  public Map<K, Double> shortfalls() {
    var calibration = new HashMap<K, Double>();
    hosts.forEach(host -> calibration.put(host.id(), calibration(host)));
    double total = given.size();
    for (var extra : calibration.values()) {
      total += extra;
    }
    double weight = hosts.stream().mapToInt(Host::weight).sum();
    var shortfalls = new HashMap<K, Double>();
    for (var host : hosts) {
      double share = weight == 0 ? 0 : total * host.weight() / weight;
      double own = own(host.id()) + calibration.getOrDefault(host.id(), 0.0);
      shortfalls.put(host.id(), share - own);
    }
    return shortfalls;
  }

  private long own(K host) {
    return given.stream().filter(g -> g.host().equals(host)).count();
  }

  /** What somebody new or away could not have been given. */
  private double calibration(Host<K> host) {
    double sum = host.calibration();
    var joined = host.joined();
    if (joined != null) {
      long older =
          hosts.stream()
              .filter(other -> !other.id().equals(host.id()))
              .filter(other -> other.joined() == null || other.joined().isBefore(joined))
              .count();
      long before =
          given.stream()
              .filter(g -> !g.host().equals(host.id()) && g.at().isBefore(joined))
              .count();
      sum += older == 0 ? 0 : (double) before / older;
    }
    for (var away : host.away()) {
      long meanwhile =
          given.stream()
              .filter(g -> !g.host().equals(host.id()))
              .filter(g -> !g.at().isBefore(away.from()) && g.at().isBefore(away.to()))
              .count();
      sum += hosts.size() < 2 ? 0 : (double) meanwhile / (hosts.size() - 1);
    }
    return sum;
  }

  private @Nullable Instant last(Host<K> host) {
    return given.stream()
        .filter(g -> g.host().equals(host.id()))
        .map(Given::at)
        .reduce((a, b) -> a.isAfter(b) ? a : b)
        .map(at -> host.lastGiven() != null && host.lastGiven().isAfter(at) ? host.lastGiven() : at)
        .orElse(host.lastGiven());
  }

  /** Those of the hosts who could take one, the one whose turn it is first. */
  public List<Turn<K>> order(Set<K> free) {
    var shortfalls = shortfalls();
    Comparator<Turn<K>> turns =
        weights
            // in steps, so that a rounding does not decide
            ? Comparator.comparing((Turn<K> turn) -> -Math.round(turn.shortfall() * 1e9))
                .thenComparing(turn -> -turn.weight())
            : Comparator.comparing(_ -> 0);
    var order = new ArrayList<Turn<K>>();
    for (var host : hosts) {
      if (free.contains(host.id())) {
        var priority = host.priority();
        order.add(
            new Turn<>(
                host.id(),
                shortfalls.getOrDefault(host.id(), 0.0),
                host.weight(),
                priority == null ? USUAL : priority,
                last(host)));
      }
    }
    Function<Turn<K>, Instant> last = turn -> turn.last() == null ? Instant.MIN : turn.last();
    order.sort(
        turns
            .thenComparing(turn -> -turn.priority())
            .thenComparing(last)
            .thenComparing(Turn::host));
    return order;
  }

  /**
   * Those who are not too far ahead of the one with the fewest.
   *
   * @param most drops whoever is more than so many ahead
   */
  public static <K> List<K> withinLead(Map<K, Integer> counts, int most) {
    int fewest = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() - fewest <= most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same where turns go by weight: by how far each is behind whoever is behind most. */
  public static <K> List<K> withinLeadByShortfall(Map<K, Double> shortfalls, int most) {
    double farthest = shortfalls.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return shortfalls.entrySet().stream()
        .filter(entry -> farthest - entry.getValue() <= most + 1e-9)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** On a move: the same one as before where that is wished and possible, else anybody. */
  public static <K> List<K> onMove(List<K> hosts, K before, boolean keep, boolean routedAnew) {
    return keep && !routedAnew && hosts.contains(before) ? List.of(before) : hosts;
  }
}
