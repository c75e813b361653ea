package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/** What we write, read back by another's library. */
class IcsTest {
  private static final Instant NINE = Instant.parse("2026-03-08T14:00:00Z");
  private static final IcsEvent EVENT =
      IcsEvent.of(
          "0198-1@casewell.example",
          3,
          Instant.parse("2026-01-02T03:04:05Z"),
          NINE,
          NINE.plusSeconds(1_800),
          "Demo");

  private static VEvent back(String file) throws Exception {
    var calendar = new CalendarBuilder().build(new StringReader(file));
    calendar.validate();
    return calendar.<VEvent>getComponents(Component.VEVENT).getFirst();
  }

  private static String value(VEvent event, String name) {
    return event.<Property>getRequiredProperty(name).getValue();
  }

  @Test
  void writesAnInviteThatAnotherLibraryReads() throws Exception {
    var invite =
        EVENT
            .described("Line one\nwith; marks, and \\ too")
            .at("https://meet.example/a?b=c;d", "https://meet.example/a?b=c;d")
            .inviting(
                new IcsEvent.Attendee("Casewell; \"Sales\"", "sales@casewell.example"),
                List.of(new IcsEvent.Attendee("Ana", "ana@firm.example")));
    var read = back(Ics.of(Ics.Method.REQUEST, invite));
    assertThat(value(read, "UID")).isEqualTo("0198-1@casewell.example");
    assertThat(value(read, "SEQUENCE")).isEqualTo("3");
    assertThat(value(read, "DTSTAMP")).isEqualTo("20260102T030405Z");
    assertThat(value(read, "DTSTART")).isEqualTo("20260308T140000Z");
    assertThat(value(read, "DTEND")).isEqualTo("20260308T143000Z");
    assertThat(value(read, "DESCRIPTION")).isEqualTo("Line one\nwith; marks, and \\ too");
    assertThat(value(read, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(read, "ORGANIZER")).isEqualTo("mailto:sales@casewell.example");
    assertThat(value(read, "ATTENDEE")).isEqualTo("mailto:ana@firm.example");
    assertThat(Ics.of(Ics.Method.REQUEST, invite)).contains("METHOD:REQUEST\r\n");
  }

  @Test
  void foldsByOctetsAndCutsNoCharacter() throws Exception {
    var title = "Anhörung für Müller – ".repeat(20) + "🧑‍⚖️".repeat(10);
    var event = IcsEvent.of("u@h", 0, NINE, NINE, NINE.plusSeconds(60), title);
    var file = Ics.of(Ics.Method.PUBLISH, "Calendar", List.of(event));
    for (var line : file.split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(line);
    }
    assertThat(file.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    assertThat(value(back(file), "SUMMARY")).isEqualTo(title);
  }

  @Test
  void letsNoTextBeginALineOfItsOwn() throws Exception {
    var evil = "Demo\r\nATTENDEE:mailto:x@evil.example\rSTATUS:CANCELLED\u2028URL:x\u0000";
    var event =
        IcsEvent.of("u@h", 0, NINE, NINE, NINE.plusSeconds(60), evil)
            .at("", "https://ok.example/\r\nBEGIN:VALARM")
            .inviting(new IcsEvent.Attendee("A\r\nB:c\"", "a@b.example\r\nEND:VEVENT"), List.of());
    var file = Ics.of(Ics.Method.PUBLISH, event);
    assertThat(file.lines())
        .noneMatch(line -> line.startsWith("ATTENDEE") || line.startsWith("STATUS:CANCELLED"))
        .noneMatch(line -> line.startsWith("BEGIN:VALARM"))
        .filteredOn(line -> line.startsWith("END:VEVENT"))
        .hasSize(1);
    assertThat(value(back(file), "STATUS")).isEqualTo("CONFIRMED");
  }

  @Test
  void takesAnInviteBack() throws Exception {
    var file = Ics.of(Ics.Method.CANCEL, EVENT);
    assertThat(file).contains("METHOD:CANCEL\r\n");
    assertThat(value(back(file), "STATUS")).isEqualTo("CANCELLED");
  }

  @Test
  void endsWholeDaysOnTheDayAfter() throws Exception {
    var days =
        new IcsEvent(
            "u@h",
            0,
            NINE,
            new IcsEvent.Days(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 2, 28)),
            IcsEvent.Status.CONFIRMED,
            "Away",
            "",
            "",
            "",
            null,
            List.of(),
            true);
    var read = back(Ics.of(Ics.Method.PUBLISH, days));
    assertThat(value(read, "DTSTART")).isEqualTo("20260227");
    assertThat(value(read, "DTEND")).isEqualTo("20260301");
  }
}
