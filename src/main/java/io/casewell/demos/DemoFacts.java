package io.casewell.demos;

import io.casewell.calendar.IcsEvent;
import io.casewell.platform.Worker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A demo as those need it who write to its people, as it stands now.
 *
 * @param type what the demo is called
 * @param state pending, confirmed, held, no-show, cancelled or expired
 * @param zone the prospect's
 * @param meetingLink where it takes place
 * @param sequence of the invite, raised with each move
 * @param generation of the link by which the prospect moves or cancels it
 * @param repEmail the rep's address
 * @param firm as the prospect calls it, or empty
 */
public record DemoFacts(
    UUID demo,
    String type,
    String state,
    Instant start,
    Instant end,
    ZoneId zone,
    String meetingLink,
    int sequence,
    int generation,
    UUID rep,
    String repName,
    String repEmail,
    UUID lead,
    String name,
    String email,
    String firm,
    List<String> guests,
    String reason) {
  /** What the token of a demo's link is made for, with the demo's id and generation. */
  public static final String PURPOSE = "demo";

  /** Where a demo's link leads, before its token. */
  public static final String LINK = "/demo/bookings/";

  /** What the token of a proposal's link is made for, with the proposal's id and generation. */
  public static final String PROPOSAL_PURPOSE = "proposal";

  /** Where a proposal's link leads, before its token. */
  public static final String PROPOSAL_LINK = "/proposals/";

  /** The invite's id: the same for ever, whatever becomes of the demo. */
  public String uid(String host) {
    return IcsEvent.uid("demo", demo, host);
  }

  /** Whether it still takes place. */
  public boolean stands() {
    return state.equals("confirmed");
  }

  /** Whether the prospect was erased: nobody is there to be written to. */
  public boolean erased() {
    return email.endsWith("@erased.invalid");
  }

  /** How long it lasts. */
  public Duration length() {
    return Duration.between(start, end);
  }

  private record Row(
      UUID id,
      String type,
      String state,
      Instant startAt,
      Instant endAt,
      String zone,
      String meetingLink,
      int sequence,
      int generation,
      UUID rep,
      String repName,
      @Nullable String repEmail,
      UUID lead,
      String name,
      String email,
      String firmName,
      String[] guests,
      String reason) {}

  /** Reads one as it stands; empty when there is none. For reactions and jobs. */
  public static Mono<DemoFacts> of(Worker worker, UUID demo) {
    return worker
        .db()
        .sql(
            """
            select d.id, t.name as type, d.state, d.start_at, d.end_at, d.zone, d.meeting_link,
              d.sequence, d.generation, d.rep, d.rep_name, a.email as rep_email, d.lead, l.name,
              l.email, l.firm_name, d.guests, d.reason
            from demo d join demo_type t on t.id = d.type join lead l on l.id = d.lead
              join account a on a.id = d.rep
            where d.id = :demo
            """)
        .bind("demo", demo)
        .mapProperties(Row.class)
        .one()
        .map(DemoFacts::of);
  }

  private static DemoFacts of(Row row) {
    var email = row.repEmail();
    return new DemoFacts(
        row.id(),
        row.type(),
        row.state(),
        row.startAt(),
        row.endAt(),
        ZoneId.of(row.zone()),
        row.meetingLink(),
        row.sequence(),
        row.generation(),
        row.rep(),
        row.repName(),
        email == null ? "" : email,
        row.lead(),
        row.name(),
        row.email(),
        row.firmName(),
        List.of(row.guests()),
        row.reason());
  }
}
