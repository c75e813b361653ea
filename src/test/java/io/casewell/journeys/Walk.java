package io.casewell.journeys;

import io.casewell.platform.Worker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * Every page there is and who opens it: the GET routes of {@code routes.txt}, opened as {@code
 * pages.txt} says. A route that is neither opened nor left out with a reason is a mistake.
 */
record Walk(List<Stop> stops, List<String> mistakes) {
  private static final String NOBODY = "-";

  /** One page: which route shows it, who opens it, where, and what they do there first. */
  record Stop(String route, String who, String address, List<String> steps) {
    /** Whether this page is a refusal, such as the one for a page that is not there. */
    boolean refused() {
      return route.equals(NOBODY);
    }

    /** A name for its picture. */
    String name() {
      var path = refused() ? "refused" + address : route;
      var asked = address.contains("?") ? address.substring(address.indexOf('?')) : "";
      var words = (path + asked).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
      var done = steps.isEmpty() ? "" : "-then-" + steps.getLast().replaceAll("[^A-Za-z0-9]+", "-");
      return (words.isEmpty() ? "first" : words) + done + "." + who;
    }
  }

  private record Line(String route, String who, String address) {}

  static Walk through(Worker worker) {
    var lines = lines("pages.txt").stream().map(Walk::line).toList();
    var stops = new ArrayList<Stop>();
    var mistakes = new ArrayList<String>();
    List<String> personas = List.of();
    var routes = new ArrayList<>(List.of(NOBODY));
    for (var line : lines("routes.txt")) {
      var halves = line.split("\\|", 2);
      var left = halves[0].strip().split("\\s+", 2);
      var cells = Arrays.asList(halves[1].strip().split("\\s+"));
      var route = left[1].strip();
      if (left[0].equals("METHOD")) {
        personas = cells;
      } else if (left[0].equals("GET") && !route.startsWith("/api/")) {
        routes.add(route);
        if (lines.stream().noneMatch(known -> known.route().equals(route))) {
          if (route.contains("{") || !cells.contains("200")) {
            mistakes.add(route + ": say in pages.txt how it is opened, or why not");
          } else {
            stops.add(new Stop(route, personas.get(cells.indexOf("200")), route, List.of()));
          }
        }
      }
    }
    for (var line : lines) {
      if (!routes.contains(line.route())) {
        mistakes.add(line.route() + ": in pages.txt, but no GET route of routes.txt");
      } else if (!line.who().equals(NOBODY)) {
        var parts = List.of(line.address().split(" then "));
        var address = address(parts.getFirst(), worker);
        stops.add(new Stop(line.route(), line.who(), address, parts.subList(1, parts.size())));
      }
    }
    return new Walk(List.copyOf(stops), List.copyOf(mistakes));
  }

  private static Line line(String text) {
    var parts = text.split("\\|", 3);
    if (parts.length < 3 || parts[2].isBlank()) {
      throw new IllegalStateException("pages.txt: three columns, please: " + text);
    }
    return new Line(parts[0].strip(), parts[1].strip(), parts[2].strip());
  }

  private static String address(String text, Worker worker) {
    if (!text.startsWith("select ")) {
      return text;
    }
    var found = worker.transactional(worker.db().sql(text).mapValue(String.class).first()).block();
    if (found == null) {
      throw new IllegalStateException("pages.txt: the sample marketplace has none: " + text);
    }
    return found;
  }

  private static List<String> lines(String file) {
    try {
      return new ClassPathResource(file)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
