package io.casewell.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.casewell.CasewellTest;
import io.casewell.demos.DemoBooked;
import io.casewell.demos.DemoCancelled;
import io.casewell.demos.DemoMoved;
import io.casewell.demos.DemoReassigned;
import io.casewell.demos.DemoReminder;
import io.casewell.platform.BaseUrl;
import io.casewell.platform.Ids;
import io.casewell.platform.Reaction;
import io.casewell.platform.Worker;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What prospects and reps are told of a demo, and what their calendars make of it. */
@CasewellTest
class DemoMailTest {
  @Autowired Worker worker;
  @Autowired Letters letters;
  @Autowired BaseUrl baseUrl;
  @Autowired JsonMapper json;
  @Autowired RemindOfDemo reminders;
  @Autowired TellOfDemos tell;
  @Autowired Desk desk;
  @Autowired Reaction<DemoBooked> booked;
  @Autowired Reaction<DemoMoved> moved;
  @Autowired Reaction<DemoReassigned> reassigned;
  @Autowired Reaction<DemoCancelled> cancelled;

  private final UUID demo = Ids.next();
  private final UUID lead = Ids.next();
  private final UUID ana = Ids.next();
  private final UUID bo = Ids.next();
  private final String prospect = "p" + demo.toString().substring(24) + "@firm.example";
  private final Instant start =
      Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
  private final Instant end = start.plus(Duration.ofMinutes(30));

  @BeforeEach
  void bookADemo() {
    for (var rep : Map.of(ana, "Ana", bo, "Bo").entrySet()) {
      run(
          "insert into account (id, issuer, subject, name, email)"
              + " values ('%1$s', 'test', '%1$s', '%2$s', '%1$s@casewell.example')"
                  .formatted(rep.getKey(), rep.getValue()));
    }
    var type = Ids.next();
    run(
        """
        insert into demo_type (id, slug, name, about, terms, open)
        values ('%1$s', 'mail-%1$s', 'A look, with; commas', '', '{"remindMinutes": [1440, 60]}', false)
        """
            .formatted(type));
    run(
        """
        insert into lead (id, state, name, email, email_key, firm_name, firm_key, zone, source, owner)
        values ('%s', 'booked', 'Pat Prospect', '%s', '%s', 'Finch LLP', 'finch', 'America/Chicago',
          'booking', '%s')
        """
            .formatted(lead, prospect, prospect, ana));
    run(
        """
        insert into demo (id, type, lead, rep, rep_name, state, start_at, end_at, zone, token_hash,
          booked_by, meeting_link)
        values ('%s', '%s', '%s', '%s', 'Ana', 'confirmed', '%s', '%s', 'America/Chicago',
          sha256('%s'), 'prospect', 'https://meet.example/x')
        """
            .formatted(demo, type, lead, ana, start, end, demo));
  }

  private void run(String sql) {
    worker.db().sql(sql).then().block();
  }

  private record Row(UUID id, String kind, String recipient, String facts) {}

  /** The mails about this demo to this address, in order. */
  private List<Mail> mails(String address) {
    return Objects.requireNonNull(
        worker
            .db()
            .sql(
                """
                select id, kind, recipient, facts::text as facts from mail
                where recipient = :address order by id
                """)
            .bind("address", address)
            .mapProperties(Row.class)
            .all()
            .map(row ->
                new Mail(
                    row.id(),
                    row.kind(),
                    row.recipient(),
                    json.readValue(row.facts(), new TypeReference<Map<String, String>>() {}),
                    1))
            .collectList()
            .block());
  }

  @Test
  void writesARepsDayOnceInTheMorningByTheirOwnClock() {
    var zone = java.time.ZoneId.of("America/New_York");
    var noon = java.time.LocalDate.now(zone).plusDays(3).atTime(12, 0).atZone(zone);
    run(
        "update demo set start_at = '%s', end_at = '%s' where id = '%s'"
            .formatted(noon.toInstant(), noon.plusMinutes(30).toInstant(), demo));
    lookAt(noon.withHour(5).toInstant());
    lookAt(noon.withHour(13).toInstant());
    assertThat(agendas()).isEmpty();
    lookAt(noon.withHour(7).toInstant());
    lookAt(noon.withHour(8).toInstant());
    assertThat(agendas()).hasSize(1);
    assertThat(agendas().getFirst().facts().values()).contains("12:00 PM|Pat Prospect, Finch LLP");
  }

  private void lookAt(Instant now) {
    new Agenda(worker, tell, desk, Clock.fixed(now, java.time.ZoneOffset.UTC)).run().block();
  }

  private List<Mail> agendas() {
    return mails(address(ana)).stream().filter(mail -> mail.kind().equals("agenda")).toList();
  }

  private static String address(UUID rep) {
    return rep + "@casewell.example";
  }

  private static String ics(Letters.Written written) {
    return Objects.requireNonNull(written.invite()).text().replace("\r\n ", "");
  }

  private DemoBooked booking() {
    return new DemoBooked(1, demo, 1, lead, ana, start, end, 0);
  }

  @Test
  void confirmsToBothOnceWithTheInvite() {
    booked.on(booking()).block();
    booked.on(booking()).block();
    assertThat(mails(address(ana))).hasSize(1);
    var mail = mails(prospect);
    assertThat(mail).hasSize(1);
    var written = letters.write(mail.getFirst());
    assertThat(written.subject()).startsWith("Booked: A look, with; commas");
    assertThat(written.text())
        .contains("Pat Prospect", "https://meet.example/x", "/demo/bookings/");
    assertThat(ics(written))
        .contains("METHOD:REQUEST", "UID:demo-" + demo + "@", "SEQUENCE:0")
        .contains("A look\\, with\\; commas")
        .doesNotContain("/demo/bookings/");
    assertThat(mail.getFirst().facts().values())
        .noneMatch(fact -> fact.contains("/demo/bookings/"));
  }

  @Test
  void movesUnderTheSameIdWithAHigherSequence() {
    var later = start.plus(Duration.ofHours(2));
    moved
        .on(
            new DemoMoved(
                1, demo, 2, lead, ana, ana, later, later.plus(Duration.ofMinutes(30)), start, 1))
        .block();
    var file = ics(letters.write(mails(prospect).getFirst()));
    assertThat(file).contains("METHOD:REQUEST", "UID:demo-" + demo + "@", "SEQUENCE:1");
    assertThat(mails(address(ana))).hasSize(1);
  }

  @Test
  void takesItOutOfTheOldRepsCalendarAndIntoTheNewOnes() {
    reassigned.on(new DemoReassigned(1, demo, 2, lead, bo, ana, start, end, 1)).block();
    var old = ics(letters.write(mails(address(ana)).getFirst()));
    assertThat(old).contains("METHOD:CANCEL", "STATUS:CANCELLED", "UID:demo-" + demo + "@");
    var now = letters.write(mails(address(bo)).getFirst());
    assertThat(ics(now)).contains("METHOD:REQUEST", "SEQUENCE:1");
    assertThat(now.subject()).isEqualTo("You give a demo: Pat Prospect, Finch LLP");
    assertThat(letters.write(mails(prospect).getFirst()).subject())
        .startsWith("Bo gives your demo");
  }

  @Test
  void cancelsEverywhere() {
    cancelled.on(new DemoCancelled(1, demo, 2, lead, ana, start, end, 1, true)).block();
    for (var address : List.of(prospect, address(ana))) {
      assertThat(ics(letters.write(mails(address).getFirst())))
          .as(address)
          .contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
    }
  }

  @Test
  void remindersSayNothingTwiceNorWhenTheDemoMovedOrIsCancelled() {
    booked.on(booking()).block();
    reminders.run(new DemoReminder(demo, start, 60)).block();
    reminders.run(new DemoReminder(demo, start, 60)).block();
    assertThat(mails(prospect)).as("confirmation and one reminder").hasSize(2);
    assertThat(letters.write(mails(prospect).getLast()).subject()).startsWith("In 1 hour: ");
    reminders.run(new DemoReminder(demo, start.minusSeconds(60), 1440)).block();
    run("update demo set state = 'cancelled' where id = '" + demo + "'");
    reminders.run(new DemoReminder(demo, start, 1440)).block();
    assertThat(mails(prospect)).as("nothing more").hasSize(2);
  }

  @Test
  void sendsTheInviteSoThatACalendarActs() throws Exception {
    booked.on(booking()).block();
    var mail = mails(prospect).getFirst();
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      var sender = new JavaMailSenderImpl();
      sender.setHost("127.0.0.1");
      sender.setPort(server.getSmtp().getPort());
      new MailGateway(sender, "no-reply@casewell.example", baseUrl, Clock.systemUTC())
          .send(mail, letters.write(mail))
          .block();
      var got = server.getReceivedMessages()[0];
      var mixed = (MimeMultipart) got.getContent();
      assertThat(mixed.getContentType()).startsWith("multipart/mixed");
      var bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
      assertThat(bodies.getCount()).isEqualTo(3);
      assertThat(bodies.getBodyPart(2).getContentType())
          .startsWith("text/calendar")
          .contains("method=REQUEST");
      var file = mixed.getBodyPart(1);
      assertThat(file.getFileName()).isEqualTo("invite.ics");
      assertThat(new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("BEGIN:VCALENDAR\r\n")
          .endsWith("END:VCALENDAR\r\n");
    } finally {
      server.stop();
    }
  }
}
