package io.casewell.demos;

import static java.util.Objects.requireNonNull;

import io.casewell.calendar.Zones;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.Caller;
import io.casewell.platform.JsonBody;
import io.casewell.platform.Limits;
import io.casewell.platform.LinkTokens;
import io.casewell.platform.Problems;
import io.casewell.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Demos for programs. Needs no token; successes are counted, refusals are not. */
@Tag(name = "Demos", description = "Book a demo of Casewell. Needs no token.")
@Controller
@ResponseBody
class DemoApi {
  /** Reads are cheap; this only stops a loop gone wild. */
  private static final int READS_A_MINUTE = 6000;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final DemoTypes types;
  private final FindSlots findSlots;
  private final BookDemo bookDemo;
  private final Demos demos;
  private final ByLink byLink;
  private final Visitors visitors;
  private final LinkTokens links;
  private final BaseUrl baseUrl;
  private final Limits limits;
  private final JsonBody json;
  private final Tenancy tx;
  private final java.time.Clock clock;

  DemoApi(
      DemoTypes types,
      FindSlots findSlots,
      BookDemo bookDemo,
      Demos demos,
      ByLink byLink,
      Visitors visitors,
      LinkTokens links,
      BaseUrl baseUrl,
      Limits limits,
      JsonBody json,
      Tenancy tx,
      java.time.Clock clock) {
    this.types = types;
    this.findSlots = findSlots;
    this.bookDemo = bookDemo;
    this.demos = demos;
    this.byLink = byLink;
    this.visitors = visitors;
    this.links = links;
    this.baseUrl = baseUrl;
    this.limits = limits;
    this.json = json;
    this.tx = tx;
    this.clock = clock;
  }

  /** A question on the form. */
  @Schema(name = "DemoQuestion")
  record Asked(String code, String label, String kind, boolean required, List<String> options) {}

  /** A kind of demo. */
  @Schema(name = "DemoType")
  record Kind(String slug, String name, String about, int minutes, List<Asked> questions) {}

  /** All kinds. */
  @Schema(name = "DemoTypes")
  record Kinds(List<Kind> demos) {}

  /** A time at which somebody is free. */
  @Schema(name = "DemoSlot")
  record Slot(
      @Schema(example = "2026-12-01T15:00:00Z") Instant start,
      @Schema(description = "How many reps are free then") int free) {}

  /** The free times, in order. */
  @Schema(name = "DemoSlots")
  record Slots(List<Slot> slots) {}

  /** What is posted, for the API's description. */
  @Schema(name = "DemoWish")
  record Wish(
      Instant start,
      String zone,
      String name,
      String email,
      String firm,
      @Nullable String phone,
      @Nullable List<String> guests,
      Map<String, String> answers) {}

  /** A booked demo. */
  @Schema(name = "DemoBooking")
  record Booking(
      UUID id,
      @Schema(allowableValues = {"confirmed", "pending"}) String state,
      Instant start,
      Instant end,
      String zone,
      String with,
      String meetingLink,
      @Schema(description = "Where the prospect moves or cancels it; keep it secret")
          String link) {}

  @Operation(summary = "The demos that may be booked")
  @ApiResponse(responseCode = "200", description = "In their order")
  @GetMapping(path = "/api/v1/demos", produces = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYBODY)
  public Mono<Kinds> kinds(ServerWebExchange exchange) {
    limits.count("demos", exchange, READS_A_MINUTE);
    return types
        .open()
        .map(DemoApi::kind)
        .collectList()
        .map(Kinds::new)
        .as(tx::transactional)
        .contextWrite(Tenancy.as(new Caller.Visitor()));
  }

  private static Kind kind(DemoType type) {
    return new Kind(
        type.slug(),
        type.name(),
        type.about(),
        type.terms().minutes(),
        type.terms().questions().stream()
            .map(q -> new Asked(q.code(), q.label(), q.kind(), q.required(), q.options()))
            .toList());
  }

  @Operation(
      summary = "The free times of a demo",
      description =
          "from and to are moments (2026-12-01T00:00:00Z) or days in the zone; 31 days from now"
              + " when left out, 62 days at most.")
  @ApiResponse(responseCode = "200", description = "In order; empty when nothing is free")
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  @GetMapping(path = "/api/v1/demos/{slug}/slots", produces = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYBODY)
  public Mono<Slots> slots(
      @PathVariable String slug,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String zone,
      ServerWebExchange exchange) {
    limits.count("demo slots", exchange, READS_A_MINUTE);
    var problems = new Problems();
    var in = zone(zone, problems);
    var begin = from.isEmpty() ? clock.instant() : moment("from", from, in, problems);
    var end = to.isEmpty() ? begin.plus(Duration.ofDays(31)) : moment("to", to, in, problems);
    if (problems.none()) {
      FindSlots.refuseImpossible(begin, end, problems);
    }
    problems.refuseIfAny();
    return findSlots.between(slug, begin, end, null).map(found -> slots(found.slots()));
  }

  private static Slots slots(List<Diary.Slot> slots) {
    return new Slots(slots.stream().map(s -> new Slot(s.start(), s.free().size())).toList());
  }

  private static ZoneId zone(String text, Problems problems) {
    Optional<ZoneId> zone = text.isEmpty() ? Optional.of(ZoneOffset.UTC) : Zones.region(text);
    if (zone.isEmpty()) {
      problems.add("zone", "Name a time zone by its region, for example America/New_York.");
    }
    return zone.orElse(ZoneOffset.UTC);
  }

  private static Instant moment(String field, String text, ZoneId zone, Problems problems) {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
    } catch (DateTimeParseException _) {
      // no such day: told below
    }
    // a plus in a query that was not encoded reads as a blank
    var instant = BookingInput.instant(text.replace(' ', '+'));
    if (instant == null) {
      problems.add(field, "Give a moment like 2026-12-01T00:00:00Z or a day like 2026-12-01.");
    }
    return instant == null ? Instant.EPOCH : instant;
  }

  @Operation(
      summary = "Book a demo",
      description =
          "Send an Idempotency-Key header: the same key and body give the same booking. When"
              + " somebody was faster, 409 names the nearest free times.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Wish.class),
              examples =
                  @ExampleObject(
                      """
                      {"start":"2026-12-01T15:00:00Z","zone":"America/New_York","name":"Ana Ruiz",
                       "email":"ana@firm.example","firm":"Ruiz & Low","answers":{"caseload":"40"}}
                      """)))
  @ApiResponse(responseCode = "201", description = "Booked, or asked for when a rep confirms")
  @ApiResponse(responseCode = "404", ref = "NotFound")
  @ApiResponse(responseCode = "409", ref = "Conflict")
  @ApiResponse(responseCode = "422", ref = "Invalid")
  @PostMapping(
      path = "/api/v1/demos/{slug}/bookings",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Access(Who.ANYBODY)
  public Mono<ResponseEntity<Object>> book(
      @PathVariable String slug,
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      ServerWebExchange exchange) {
    var tree = json.object(body, "a booking's fields");
    return bookDemo
        .book(slug, type -> asked(type, tree, key, exchange))
        // read when all is committed: the visitor's counter keeps others waiting until then
        .flatMap(id -> byLink.open(links.token(DemoFacts.PURPOSE, id, 1), demos::linked))
        .map(this::booked)
        .onErrorResume(SlotTaken.class, _ -> taken(slug, tree, exchange));
  }

  private BookDemo.Asked asked(
      DemoType type, JsonNode tree, String key, ServerWebExchange exchange) {
    var problems = new Problems();
    var input = BookingInput.read(tree, type.terms().questions(), problems);
    if (problems.at("start") == null) {
      findSlots.refuseImpossible(type, input.start(), problems);
    }
    problems.refuseIfAny();
    return new BookDemo.Asked(
        type.slug(), input, visitors.browser(exchange), visitors.address(exchange), key, null);
  }

  private ResponseEntity<Object> booked(Demo demo) {
    var link = DemoFacts.LINK + links.token(DemoFacts.PURPOSE, demo.id(), 1);
    return ResponseEntity.created(URI.create(link))
        .body(
            new Booking(
                demo.id(),
                demo.state().code(),
                demo.start(),
                demo.end(),
                demo.zone().getId(),
                demo.repName(),
                demo.meetingLink(),
                baseUrl.of(link)));
  }

  private Mono<ResponseEntity<Object>> taken(
      String slug, JsonNode tree, ServerWebExchange exchange) {
    // it was a moment, or nobody could have been faster
    var wanted = requireNonNull(BookingInput.instant(tree.path("start").asString()));
    return findSlots
        .near(slug, wanted, null)
        .map(near -> {
          var problem = new LinkedHashMap<String, Object>();
          problem.put("type", "about:blank");
          problem.put("title", HttpStatus.CONFLICT.getReasonPhrase());
          problem.put("status", HttpStatus.CONFLICT.value());
          problem.put("detail", SlotTaken.SENTENCE);
          problem.put("instance", exchange.getRequest().getPath().value());
          problem.put("nearest", slots(near).slots());
          return ResponseEntity.status(HttpStatus.CONFLICT)
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .body(problem);
        });
  }
}
