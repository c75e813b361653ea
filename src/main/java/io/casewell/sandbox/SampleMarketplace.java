package io.casewell.sandbox;

import io.casewell.catalogue.Catalogue;
import io.casewell.needs.NeedInput;
import io.casewell.needs.NeedState;
import io.casewell.needs.PostNeed;
import io.casewell.operations.ImportStaff;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills an empty sandbox: firms, staff and needs that could be real, by way of the same import and
 * the same use cases as everybody else's. What is there already stays as it is.
 */
@Component
@Profile("sandbox")
class SampleMarketplace {
  private static final Logger LOG = LoggerFactory.getLogger(SampleMarketplace.class);
  private static final UUID ADMIN = Personas.find("admin").account();

  private final Worker worker;
  private final ImportStaff importStaff;
  private final PostNeed postNeed;
  private final Catalogue catalogue;
  private final JsonMapper json;
  private final Clock clock;
  private final Preparation preparation;

  SampleMarketplace(
      Worker worker,
      ImportStaff importStaff,
      PostNeed postNeed,
      Catalogue catalogue,
      JsonMapper json,
      Clock clock,
      Preparation preparation) {
    this.worker = worker;
    this.importStaff = importStaff;
    this.postNeed = postNeed;
    this.catalogue = catalogue;
    this.json = json;
    this.clock = clock;
    this.preparation = preparation;
  }

  /** Adds what is missing to so many staff, and the firms and needs when there are none. */
  Mono<Void> fill(int staff) {
    var sample = read();
    return count("select count(*) from staff where external_id like 'sample-______'")
        .flatMap(there -> addStaff(there.intValue(), staff))
        .then(Mono.defer(this::personaProfiles))
        .then(
            Flux.fromIterable(sample.get("firms"))
                .index()
                .concatMap(firm -> addFirm(firm.getT1().intValue(), firm.getT2()))
                .then())
        .then(count("select count(*) from need"))
        .filter(needs -> needs == 0)
        .flatMapMany(_ -> Flux.fromIterable(sample.get("needs")))
        .index()
        .doOnNext(
            need -> preparation.at("Needs", need.getT1().intValue(), sample.get("needs").size()))
        .concatMap(need -> addNeed(need.getT2(), sample.get("firms")))
        .then();
  }

  private JsonNode read() {
    try (InputStream in = new ClassPathResource("sandbox/marketplace.json").getInputStream()) {
      return json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Mono<Long> count(String sql) {
    return worker.db().sql(sql).mapValue(Long.class).one();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Mono<Void> addStaff(int from, int to) {
    if (from >= to) {
      return Mono.empty();
    }
    LOG.info("Adding {} sample staff", to - from);
    var sample = new SampleStaff(json, today());
    return imported(Flux.range(from, to - from).map(sample::line), to - from);
  }

  private Mono<Void> imported(Flux<String> lines, int of) {
    var done = new AtomicInteger();
    return importStaff
        .lines(lines, new AccountId(ADMIN), false)
        .doOnNext(_ -> preparation.at("People", Math.min(of, done.incrementAndGet()), of))
        .last()
        .doOnNext(summary -> LOG.info("{}", summary))
        .then()
        .contextWrite(
            Tenancy.as(new Caller.Operations(new AccountId(ADMIN), Set.of(OperationsRole.ADMIN))));
  }

  /** The two professionals among the personas, with profiles that fit the first firm's needs. */
  private Mono<Void> personaProfiles() {
    var people = new SamplePeople(json, today());
    return count("select count(*) from staff where external_id like 'persona-%'")
        .filter(there -> there == 0)
        .flatMap(_ -> imported(people.lines(), 2))
        .then(link("paralegal"))
        .then(link("case-manager"));
  }

  private Mono<Void> link(String persona) {
    return worker
        .db()
        .sql("update staff set account = :account where external_id = :id and account is null")
        .bind("account", Personas.find(persona).account())
        .bind("id", "persona-" + persona)
        .then();
  }

  private Mono<Void> addFirm(int number, JsonNode firm) {
    var id = firmId(firm);
    var owner = SampleStaff.id("owner of " + id);
    boolean personas = number < 2;
    var insert =
        worker
            .db()
            .sql(
                """
                insert into firm (id, name, jurisdiction, size, zone, practice_areas)
                values (:id, :name, :jurisdiction, :size, :zone, :areas) on conflict do nothing
                """)
            .bind("id", id)
            .bind("name", firm.get("name").asString())
            .bind("jurisdiction", firm.get("jurisdiction").asString())
            .bind("size", firm.get("size").asString())
            .bind("zone", firm.get("zone").asString())
            .bind("areas", texts(firm.get("areas")))
            .then();
    return personas ? insert : insert.then(addOwner(owner, id, number));
  }

  private Mono<Void> addOwner(UUID owner, UUID firm, int number) {
    var people = new SampleStaff(json, today());
    return worker
        .db()
        .sql(
            """
            insert into account (id, issuer, subject, name, email)
            values (:id, 'sample', :subject, :name, :email) on conflict do nothing
            """)
        .bind("id", owner)
        .bind("subject", "owner-" + number)
        .bind("name", String.valueOf(people.person(1_000_000 + number).get("name")))
        .bind("email", "owner" + number + "@firm.example")
        .then()
        .then(
            worker
                .db()
                .sql(
                    "insert into membership values (:firm, :owner, '{owner}') on conflict do"
                        + " nothing")
                .bind("firm", firm)
                .bind("owner", owner)
                .then());
  }

  private static String[] texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toArray(String[]::new);
  }

  private static UUID firmId(JsonNode firm) {
    return switch (firm.get("name").asString()) {
      case "Alder & Finch LLP" -> PersonaAccounts.ALDER;
      case "Castellane Law Group" -> PersonaAccounts.CASTELLANE;
      default -> SampleStaff.id("firm " + firm.get("name").asString());
    };
  }

  private Mono<Void> addNeed(JsonNode sample, JsonNode firms) {
    var firm = firmId(firms.get(sample.get("firm").asInt()));
    var body = (ObjectNode) sample.get("need").deepCopy();
    body.put("startDate", today().plusDays(sample.get("startsIn").asLong()).toString());
    var input = NeedInput.read(body, catalogue, today(), null);
    var state = sample.get("state").asString().equals("draft") ? NeedState.DRAFT : NeedState.OPEN;
    var owner = new Caller.FirmMember(new FirmId(firm), ownerOf(firm), Set.of(FirmRole.OWNER));
    return postNeed
        .post(java.util.List.of(input), state, owner, "")
        .then()
        .contextWrite(Tenancy.as(owner));
  }

  private static AccountId ownerOf(UUID firm) {
    if (firm.equals(PersonaAccounts.ALDER)) {
      return new AccountId(Personas.find("firm-owner").account());
    }
    if (firm.equals(PersonaAccounts.CASTELLANE)) {
      return new AccountId(Personas.find("rival-owner").account());
    }
    return new AccountId(SampleStaff.id("owner of " + firm));
  }
}
