package io.casewell.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A calendar that has the feed and the invite shows each appointment, and each once. */
class FeedIdTest {
  private static final UUID AGREEMENT = new UUID(0, 7);

  @Test
  void shiftsOfOneAgreementAreManyEvents() {
    var monday = one("shift", new UUID(0, 1));
    var tuesday = one("shift", new UUID(0, 2));
    assertThat(PrivateFeed.uid(monday, "h")).isNotEqualTo(PrivateFeed.uid(tuesday, "h"));
  }

  @Test
  void demosAreNamedAsTheirInvitesAre() {
    assertThat(PrivateFeed.uid(one("demo", new UUID(0, 1)), "h"))
        .isEqualTo("demo-" + AGREEMENT + "@h");
  }

  private static Appointment one(String kind, UUID id) {
    return new Appointment(
        id,
        1,
        new Person(new UUID(0, 3)),
        kind,
        "confirmed",
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(3600),
        kind,
        AGREEMENT,
        null,
        ZoneOffset.UTC,
        "",
        0,
        "",
        "",
        Instant.EPOCH);
  }
}
