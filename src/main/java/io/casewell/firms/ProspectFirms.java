package io.casewell.firms;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.AccountId;
import io.casewell.platform.Audit;
import io.casewell.platform.Caller;
import io.casewell.platform.FirmId;
import io.casewell.platform.FirmRole;
import io.casewell.platform.Form;
import io.casewell.platform.Outbox;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import io.casewell.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Firms that are not customers yet: sales sets one up for a prospect, without any people in it, and
 * acts for it until it begins.
 */
@Component
public class ProspectFirms {
  private final Firms firms;
  private final FirmFields fields;
  private final SetUp setUp;
  private final Catalogue catalogue;
  private final DatabaseClient db;
  private final Outbox outbox;
  private final Audit audit;
  private final Tenancy tx;

  ProspectFirms(
      Firms firms,
      FirmFields fields,
      SetUp setUp,
      Catalogue catalogue,
      DatabaseClient db,
      Outbox outbox,
      Audit audit,
      Tenancy tx) {
    this.firms = firms;
    this.fields = fields;
    this.setUp = setUp;
    this.catalogue = catalogue;
    this.db = db;
    this.outbox = outbox;
    this.audit = audit;
    this.tx = tx;
  }

  /** What is known of a firm before it begins. */
  public record Details(
      String name, String jurisdiction, String size, String zone, List<String> practiceAreas) {
    private FirmDetails checked() {
      return new FirmDetails(name, jurisdiction, size, zone, practiceAreas);
    }
  }

  /** The fields as they are drawn for a firm known only by name and zone. */
  public FirmFields.Shown shown(String name, String zone) {
    var known = fields.empty();
    return new FirmFields.Shown(
        name,
        known.jurisdiction(),
        known.size(),
        known.zones().containsKey(zone) ? zone : "",
        known.areas(),
        known.areasText(),
        known.states(),
        known.sizes(),
        known.zones());
  }

  /** The fields as they were typed. */
  public FirmFields.Shown typed(Form form) {
    return fields.typed(form);
  }

  /** Reads the form and notes what is wrong. */
  public Details read(Form form, Problems problems) {
    var read = FirmDetails.read(form, catalogue, problems);
    return new Details(
        read.name(), read.jurisdiction(), read.size(), read.zone(), read.practiceAreas());
  }

  /** The state of this time zone, for a first guess; New York where none is. */
  public String stateOf(String zone) {
    return catalogue.jurisdictions().all().stream()
        .filter(one -> one.zones().stream().anyMatch(z -> z.getId().equals(zone)))
        .map(one -> one.code())
        .findFirst()
        .orElse("NY");
  }

  /** Whoever acts for a firm that has not begun: somebody of sales, as one who hires. */
  public static Caller.FirmMember acting(FirmId firm, AccountId rep) {
    return new Caller.FirmMember(firm, rep, Set.of(FirmRole.OWNER));
  }

  /** Sets one up. Runs in the firm's own name, which nobody else has yet. */
  public Mono<Void> begin(FirmId firm, Details details, AccountId rep) {
    return firms
        .add(firm, details.checked())
        .then(state(firm, "prospect"))
        .then(setUp.begin(firm, ""))
        .then(outbox.record(new FirmFounded(1, firm, 1)))
        .then(
            audit.append(
                new Audit.Entry(
                    "firm",
                    firm.value(),
                    firm,
                    null,
                    "set up by sales",
                    null,
                    Map.of("name", details.name(), "jurisdiction", details.jurisdiction()))))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(acting(firm, rep)));
  }

  /** Writes what it says of itself, while it has not begun; in its own name. */
  public Mono<Void> change(FirmId firm, Details details) {
    return firms.change(firm, details.checked()).as(tx::transactional);
  }

  /** It begins: from now on it is its own people's. In its own name. */
  public Mono<Void> activate(FirmId firm) {
    return state(firm, "active")
        .then(
            audit.append(
                new Audit.Entry(
                    "firm", firm.value(), firm, null, "became a customer", null, null)));
  }

  private Mono<Void> state(FirmId firm, String state) {
    return db.sql("update firm set state = :state where id = :firm")
        .bind("state", state)
        .bind("firm", firm.value())
        .then();
  }

  /**
   * Runs this in the name of a firm that has not begun. Once it has, it is its own people's, and
   * sales reads nothing of it any more.
   */
  public <T> Mono<T> actFor(FirmId firm, AccountId rep, Mono<T> work) {
    return db.sql("select state from firm where id = :firm")
        .bind("firm", firm.value())
        .mapValue(String.class)
        .one()
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(state ->
            state.equals("prospect")
                ? work
                : Mono.error(
                    new Refusal.Conflict(
                        "They are a customer now, and their needs are their own.")))
        .as(tx::transactional)
        .contextWrite(Tenancy.as(acting(firm, rep)));
  }
}
