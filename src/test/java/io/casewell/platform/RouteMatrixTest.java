package io.casewell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.BesideTest;
import io.casewell.Probe;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds every route against {@code routes.txt}: what each kind of person gets, as a page, as a
 * fragment, and that nobody in the wrong hat writes anything. What the columns and words mean
 * stands in that file.
 */
@BesideTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteMatrixTest {
  private static final String FILE = "routes.txt";
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)(:[^}]*)?}");

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping handlers;

  @Autowired Worker worker;
  @Autowired Assets assets;

  private record Matrix(List<String> personas, Map<String, List<String>> lines) {}

  /** A person with a browser, and the same person's program. */
  private record Person(String name, Probe browser, Probe program) {
    Probe at(String path) {
      return path.startsWith("/api/v1/") ? program : browser;
    }
  }

  private final Map<String, Person> people = new LinkedHashMap<>();
  private String need = "";

  @BeforeAll
  void postANeedOfAlder() {
    var body =
        """
        {"title":"Held against the matrix","role":"paralegal","seats":1,"hoursPerWeek":20,
         "mustSkills":[{"skill":"legal-research","minLevel":3}],
         "window":{"zone":"America/New_York","days":["MON"],"start":"09:00","end":"17:00"},
         "minOverlapMinutes":60,"startDate":"%s","weeks":12}
        """
            .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(10));
    var answer =
        Probe.program("firm-owner", port)
            .send("POST", "/api/v1/needs", body, "Content-Type", "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    need = answer.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void everyRouteStandsInTheMatrixAndEveryLineIsARoute() throws IOException {
    var matrix = matrix();
    var routes = routes();
    var gone = new ArrayList<>(matrix.lines().keySet());
    gone.removeAll(routes.keySet());
    var missing = new ArrayList<>(routes.keySet());
    missing.removeAll(matrix.lines().keySet());
    if (!missing.isEmpty()) {
      var people = people(matrix.personas());
      var lines =
          routes.entrySet().stream()
              .filter(route -> missing.contains(route.getKey()))
              .map(route -> proposed(route.getKey(), route.getValue(), people))
              .toList();
      throw new AssertionError(
          "These routes are missing from src/test/resources/routes.txt. The lines below say what"
              + " is answered now; check that it is what should be, then paste them:\n\n"
              + String.join("\n", lines)
              + "\n");
    }
    assertThat(gone).as("lines of routes.txt without a route").isEmpty();
  }

  @Test
  void everyReadAnswersEachPersonAsTheMatrixSays() throws IOException {
    var matrix = matrix();
    var people = people(matrix.personas());
    var wrong = new ArrayList<String>();
    matrix
        .lines()
        .forEach((route, cells) -> {
          if (route.startsWith("GET ")) {
            var path = real(route.substring(4));
            for (int i = 0; i < people.size(); i++) {
              var person = people.get(i);
              var page = observed(person.at(path).get(path, "Accept", accept(path)));
              var part =
                  observed(person.at(path).get(path, "Accept", accept(path), "HX-Request", "true"));
              if (!page.equals(cells.get(i)) || !part.equals(cells.get(i))) {
                wrong.add(
                    "%s for %s: expected %s, the page gave %s, the fragment %s"
                        .formatted(route, person.name(), cells.get(i), page, part));
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyWritesInAHatThatMayNot() throws IOException {
    var matrix = matrix();
    var people = people(matrix.personas());
    var wrong = new ArrayList<String>();
    var before = contents();
    matrix
        .lines()
        .forEach((route, cells) -> {
          var words = route.split(" ", 2);
          if (!words[0].equals("GET")) {
            var path = real(words[1]);
            for (int i = 0; i < people.size(); i++) {
              if (!cells.get(i).equals("ok")) {
                wrong.addAll(refused(words[0], path, reads(route), people.get(i), cells.get(i)));
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(contents()).as("what the tables hold").isEqualTo(before);
  }

  private static List<String> refused(
      String method, String path, String type, Person person, String expected) {
    var wrong = new ArrayList<String>();
    for (var headers : List.of(new String[] {}, new String[] {"HX-Request", "true"})) {
      var all = new ArrayList<>(List.of("Accept", accept(path)));
      all.addAll(Arrays.asList(headers));
      var probe = person.at(path);
      boolean api = path.startsWith("/api/");
      all.addAll(List.of("Content-Type", type));
      if (!api) {
        all.addAll(List.of("X-CSRF-TOKEN", probe.csrf()));
      }
      var body = api ? "{\"reason\":\"x\"}" : "name=x&title=x&firmId=x&reason=x";
      var got = observed(probe.send(method, path, body, all.toArray(String[]::new)));
      if (!got.equals(expected)) {
        wrong.add(
            "%s %s %s for %s: expected %s, got %s"
                .formatted(method, path, List.of(headers), person.name(), expected, got));
      }
    }
    return wrong;
  }

  /** The content type the route reads: with another, nobody would get as far as its door. */
  private String reads(String route) {
    return handlers.getHandlerMethods().keySet().stream()
        .filter(info ->
            info.getPatternsCondition().getPatterns().stream()
                .anyMatch(pattern -> route.endsWith(" " + pattern.getPatternString())))
        .flatMap(info -> info.getConsumesCondition().getConsumableMediaTypes().stream())
        .map(Object::toString)
        .findFirst()
        .orElse("application/x-www-form-urlencoded");
  }

  /** The file's word for an answer. */
  private static String observed(HttpResponse<String> answer) {
    var status = Integer.toString(answer.statusCode());
    var location = answer.headers().firstValue("Location").orElse("");
    boolean page = answer.statusCode() == 302 && location.matches("/sign-in(/again)?\\?next=.*");
    boolean part = answer.headers().firstValue("HX-Redirect").orElse("").startsWith("/sign-in");
    boolean program = answer.headers().firstValue("WWW-Authenticate").isPresent();
    boolean toTheDoor = page || (answer.statusCode() == 401 && (part || program));
    return toTheDoor ? "in" : status;
  }

  private static String accept(String path) {
    return path.startsWith("/api/") ? "application/json" : "text/html, */*;q=0.1";
  }

  private String proposed(String route, HandlerMethod method, List<Person> people) {
    var words = route.split(" ", 2);
    var path = real(words[1]);
    var cells = new ArrayList<String>();
    for (var person : people) {
      cells.add(
          words[0].equals("GET")
              ? observed(person.at(path).get(path, "Accept", accept(path)))
              : mayWrite(
                  method,
                  words[1],
                  path.startsWith("/api/v1/") && person.name().equals("nobody")
                      ? "anon"
                      : person.name()));
    }
    return line(route, cells);
  }

  /** Only a proposal: a write is not tried out, so the annotation is read. */
  private static String mayWrite(HandlerMethod method, String path, String person) {
    var access = method.getMethodAnnotation(Access.class);
    if (access == null) {
      return person.equals("anon") ? "in" : "404";
    }
    var who = Arrays.asList(access.value());
    if (who.contains(Access.Who.ANYBODY)) {
      return "ok";
    }
    if (person.equals("anon")) {
      return "in";
    }
    if (who.contains(Access.Who.SIGNED_IN)) {
      return "ok";
    }
    var roles = new ArrayList<String>();
    Arrays.stream(access.firm()).map(FirmRole::name).forEach(roles::add);
    Arrays.stream(access.operations()).map(OperationsRole::name).forEach(roles::add);
    return switch (person) {
      case "firm-owner" -> who.contains(Access.Who.FIRM) ? "ok" : "404";
      // the thing in the path is the other firm's
      case "rival-owner" -> who.contains(Access.Who.FIRM) && !path.contains("{") ? "ok" : "404";
      case "hiring-manager", "supervising-attorney", "billing" ->
          !who.contains(Access.Who.FIRM) ? "404" : role(access.firm().length == 0, roles, person);
      case "paralegal", "case-manager" -> who.contains(Access.Who.STAFF) ? "ok" : "404";
      case "sales-rep", "sales-lead" -> who.contains(Access.Who.SALES) ? "ok" : "404";
      case "admin", "finance" ->
          !who.contains(Access.Who.OPERATIONS)
              ? "404"
              : role(access.operations().length == 0, roles, person);
      default -> "404";
    };
  }

  private static String role(boolean any, List<String> roles, String person) {
    var name = person.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    return any || roles.contains(name) ? "ok" : "403";
  }

  private static String line(String route, List<String> cells) {
    var words = route.split(" ", 2);
    return "%-6s %-44s | %s"
        .formatted(
            words[0],
            words[1],
            String.join("", cells.stream().map("%-4s"::formatted).toList()).stripTrailing());
  }

  private Map<String, HandlerMethod> routes() {
    var routes = new TreeMap<String, HandlerMethod>();
    handlers
        .getHandlerMethods()
        .forEach((info, method) -> {
          if (method.getBeanType().getName().startsWith("io.casewell.")) {
            for (var pattern : info.getPatternsCondition().getPatterns()) {
              for (var verb : info.getMethodsCondition().getMethods()) {
                routes.put(verb + " " + pattern.getPatternString(), method);
              }
              assertThat(info.getMethodsCondition().getMethods())
                  .as("%s answers every method", method)
                  .isNotEmpty();
            }
          }
        });
    return routes;
  }

  private static Matrix matrix() throws IOException {
    var lines = new LinkedHashMap<String, List<String>>();
    List<String> personas = List.of();
    var text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var halves = line.split("\\|", 2);
      var left = halves[0].strip().split("\\s+", 2);
      var cells = List.of(halves[1].strip().split("\\s+"));
      if (left[0].equals("METHOD")) {
        personas = cells;
      } else {
        var before = lines.put(left[0] + " " + left[1].strip(), cells);
        assertThat(before).as("two lines for %s", halves[0]).isNull();
        assertThat(cells).as("cells of %s", halves[0]).hasSameSizeAs(personas);
      }
    }
    return new Matrix(personas, lines);
  }

  private List<Person> people(List<String> names) {
    return names.stream().map(name -> people.computeIfAbsent(name, this::person)).toList();
  }

  private Person person(String name) {
    return switch (name) {
      case "anon" -> new Person(name, Probe.visitor(port), Probe.nobody(port));
      case "nobody" -> new Person(name, Probe.stranger("nobody-we-know", port), Probe.nobody(port));
      default -> new Person(name, Probe.as(name, port), Probe.program(name, port));
    };
  }

  /** The path with a real thing of the firm Alder in it where there is one. */
  private String real(String pattern) {
    return VARIABLE.matcher(pattern).replaceAll(match -> value(pattern, match.group(1)));
  }

  private String value(String pattern, String name) {
    if (pattern.startsWith("/sandbox/")) {
      return "firm-owner";
    }
    if (pattern.startsWith("/assets/")) {
      return assets.url("logo.svg").replaceFirst(".*/", "");
    }
    if (pattern.startsWith("/needs/") || pattern.startsWith("/api/v1/needs/")) {
      return need;
    }
    if (pattern.startsWith("/operations/vetting/samples/")) {
      return some("select id from skill_sample order by id limit 1");
    }
    if (pattern.startsWith("/operations/vetting/")) {
      return some("select id from credential order by id limit 1");
    }
    if (pattern.startsWith("/files/")) {
      return name.equals("page")
          ? "1"
          : some("select id from stored_file where type = 'application/pdf' order by id limit 1");
    }
    if (pattern.contains("/staff/") || name.equals("staff")) {
      return some("select id from staff where status = 'active' order by id limit 1");
    }
    return UUID.randomUUID().toString();
  }

  private String some(String sql) {
    var id = worker.transactional(worker.db().sql(sql).mapValue(UUID.class).one()).block();
    return String.valueOf(id == null ? UUID.randomUUID() : id);
  }

  /**
   * Rows and a digest of each table but those that change by themselves: who was seen last, jobs.
   */
  private Map<String, String> contents() {
    var tables =
        worker
            .db()
            .sql(
                """
                select tablename::text from pg_tables
                where schemaname = 'public'
                  and tablename not in ('outbox', 'mail', 'flyway_schema_history', 'sign_in_attempt',
                    'session', 'scheduled_tasks', 'audit_head')
                """)
            .mapValue(String.class)
            .all()
            .collectList()
            .block();
    var contents = new TreeMap<String, String>();
    for (var table : tables == null ? List.<String>of() : tables) {
      var digest =
          worker
              .db()
              .sql(
                  "select count(*) || ' rows ' || coalesce(sum(hashtext(t::text)), 0) from "
                      + table
                      + " t")
              .mapValue(String.class)
              .one()
              .block();
      contents.put(table, String.valueOf(digest));
    }
    return contents;
  }
}
