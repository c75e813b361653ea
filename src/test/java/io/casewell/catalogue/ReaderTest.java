package io.casewell.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.catalogue.Mention.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {
  private static final Catalogue CATALOGUE = new Catalogue();

  /** Text | skills asked for (some of them) | skills that must not be asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          No court filing work, mostly client intake | client-intake | e-filing-state
          We already have a paralegal for drafting, so need intake and scheduling | client-intake meeting-scheduling | legal-writing
          Not looking for billing help but need intake | client-intake | client-billing
          We don't need drafting; we need someone to schedule depositions | deposition-scheduling | legal-writing
          We don’t need billing, but do need legal research. | legal-research | client-billing
          Billing is handled in-house. Need legal research. | legal-research | client-billing
          Billing, collections and LEDES are handled in-house, intake is not | | client-billing accounts-receivable ledes-ebilling
          Other than billing, we need everything: intake, client updates, calendaring | client-intake client-status-updates calendar-management | client-billing
          Everything except drafting and legal research: intake, phones, scheduling | client-intake telephone-reception | legal-writing legal-research
          Without billing or bookkeeping; intake only. | client-intake | client-billing bookkeeping
          We need intake and scheduling, billing is handled in-house | client-intake meeting-scheduling | client-billing
          Our bookkeeper handles billing and collections. We need help with discovery responses. | discovery-drafting | client-billing accounts-receivable
          Our attorneys do their own legal research; need trial exhibits prepared | exhibit-preparation | legal-research
          No drafting, filing or research. Please answer phones and update clients. | telephone-reception client-status-updates | legal-writing legal-research
          not only legal research but also cite checking | legal-research cite-checking |
          including but not limited to drafting motions | motions-briefs-drafting |
          We cannot keep up with discovery and drafting motions | motions-briefs-drafting |
          Someone who makes sure we never miss deadlines | deadline-monitoring |
          We don't have a paralegal and need legal research | legal-research |
          Not needed: billing, bookkeeping | | client-billing bookkeeping
          "Legal research (no cite-checking) and drafting motions" | legal-research motions-briefs-drafting | cite-checking
          Legal research is not needed | | legal-research
          Nobody here has time for medical records requests | medical-records-retrieval |
          We have an in-house paralegal for drafting pleadings and need client updates | client-status-updates | pleadings-drafting
          Our paralegal is leaving and we need legal research | legal-research |
          No drafting — intake only | client-intake | legal-writing
          """)
  void readsWhatIsWantedAndWhatIsNot(String text, String wanted, String unwanted) {
    var skills = CATALOGUE.read(text).codes(Kind.SKILL);
    assertThat(skills).as(text).containsAll(words(wanted));
    assertThat(words(unwanted)).as(text).noneMatch(skills::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          request medcial records | medical-records-retrieval
          medical recrods retrieval | medical-records-retrieval
          calender management | calendar-management
          manage the calandar | calendar-management
          legal reserach | legal-research
          client inatke | client-intake
          """)
  void readsOverASlipOfTheKeyboard(String text, String skill) {
    assertThat(CATALOGUE.read(text).codes(Kind.SKILL)).as(text).contains(skill);
  }

  @Test
  void mendsNoWordThatMeansSomethingByItself() {
    for (var word : ORDINARY.split("\\s+")) {
      for (var text : List.of(word, "we are " + word + " here", word + " and the " + word)) {
        assertThat(CATALOGUE.read(text).codes(Kind.SKILL)).as(text).isEmpty();
      }
    }
  }

  /** Ordinary words near words for work; none of them is work. */
  private static final String ORDINARY =
      """
      notion lotion pleasing bleeding bearing wearing nearing healing firing tiling piling milling
      willing filling fitness summery novice better latter litter compliant disposition conversation
      conservation marital martial casual causal county country source course statue
      """;

  /** One slip in a long word beside another word: the same work, or none; never other work. */
  @Test
  void aSlipNeverLeadsToOtherWork() {
    var random = new Random(7);
    int mended = 0;
    for (int i = 0; i < 4_000; i++) {
      var skill = CATALOGUE.skills().all().get(random.nextInt(CATALOGUE.skills().all().size()));
      var words = Words.of(skill.name());
      int at = random.nextInt(words.size());
      if (words.size() < 2 || words.get(at).length() < 6) {
        continue;
      }
      var right = CATALOGUE.read(String.join(" ", words)).codes(Kind.SKILL);
      words.set(at, slip(words.get(at), random));
      var text = String.join(" ", words);
      var read = CATALOGUE.read(text).codes(Kind.SKILL);
      mended += read.containsAll(right) ? 1 : 0;
      var rest = new java.util.ArrayList<>(words);
      rest.remove(at);
      var allowed = new java.util.HashSet<>(right);
      // what the words spelled right say without the other
      allowed.addAll(CATALOGUE.read(String.join(" ", rest)).codes(Kind.SKILL));
      for (var word : rest) {
        allowed.addAll(CATALOGUE.read(word).codes(Kind.SKILL));
      }
      assertThat(allowed).as(text).containsAll(read);
    }
    assertThat(mended).isGreaterThan(500);
  }

  private static String slip(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 2);
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + letter + word.substring(at);
      case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
      default ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not give clients legal advice.",
        "give clients legal advice",
        "provide our clients with legal advice"
      })
  void legalAdviceIsNoContactWithClients(String text) {
    assertThat(CATALOGUE.read(text).codes(Kind.SKILL)).isEmpty();
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Arrays.asList(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          draft pleadings, discovery requests and subpoenas | pleadings-drafting discovery-drafting subpoena-drafting
          schedule depositions, client meetings and hearings | deposition-scheduling meeting-scheduling court-appearance-scheduling
          answer phones, schedule meetings, update client files | telephone-reception meeting-scheduling client-file-maintenance
          drafting, filing and serving motions | motions-briefs-drafting e-filing-state
          INTERVIEW CLIENTS AND WITNESSES | client-interviewing witness-interviewing
          Prepare trial exhibits, affidavits and trial binders | exhibit-preparation affidavit-drafting trial-binders-notebooks
          request medical records and track liens | medical-records-retrieval lien-negotiation-support
          summarizing depositions | deposition-summaries
          bluebooking, Shepard’s and KeyCite | cite-checking
          CM/ECF filing of I-130 petitions | e-filing-federal immigration-forms
          Managing client files and ensuring all documentation is current | client-file-maintenance
          Coordinating schedules for meetings and court appearances | calendar-management meeting-scheduling court-appearance-scheduling
          Monitoring case progress and deadlines | case-progress-tracking deadline-monitoring
          Facilitating communication between clients and the legal team | client-communication
          Assisting with billing and tracking case-related expenses | client-billing case-expense-tracking
          Drafting legal documents, such as pleadings, contracts, and wills | pleadings-drafting contract-drafting wills-trusts-drafting
          """)
  void readsWorkFromVerbsAndWhatTheyAreDoneTo(String text, String skills) {
    assertThat(CATALOGUE.read(text).codes(Kind.SKILL)).as(text).containsAll(words(skills));
  }

  @Test
  void readsEveryOtherKind() {
    var reading =
        CATALOGUE.read(
            "PI firm in New York needs a certified paralegal (NALA CP), fluent Spanish, with Clio"
                + " and Westlaw. Some DUI and wills work. Notary a plus.");
    assertThat(reading.codes(Kind.PRACTICE_AREA))
        .contains("personal-injury", "traffic-dui", "estate-planning");
    assertThat(reading.codes(Kind.JURISDICTION)).containsExactly("NY");
    assertThat(reading.codes(Kind.LANGUAGE)).containsExactly("es");
    assertThat(reading.codes(Kind.SOFTWARE)).contains("clio", "westlaw");
    assertThat(reading.codes(Kind.CREDENTIAL)).contains("NALA-CP", "NOTARY");
    assertThat(reading.codes(Kind.TITLE)).containsExactly("paralegal");
    assertThat(reading.wanted(Kind.CERTIFICATION)).isNotEmpty();
  }

  @Test
  void tellsTheCapitalFromTheState() {
    assertThat(CATALOGUE.read("We practice in Washington, D.C.").codes(Kind.JURISDICTION))
        .containsExactly("DC");
    assertThat(CATALOGUE.read("West Virginia and Virginia").codes(Kind.JURISDICTION))
        .containsExactly("WV", "VA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send it by certified mail",
        "order certified copies of the death certificate",
        "file the certificate of service",
        "please polish our website",
        "it needles me; a word of thanks; we excel at this; a leap of faith"
      })
  void isNotFooledByWordsThatOnlyLookLikeIt(String text) {
    var reading = CATALOGUE.read(text);
    assertThat(reading.wanted(Kind.CERTIFICATION)).isEmpty();
    assertThat(reading.codes(Kind.SOFTWARE)).isEmpty();
    assertThat(reading.codes(Kind.LANGUAGE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10 hours a week of research | 10
          about 20 hrs/wk | 20
          20h/week | 20
          20hrs per week | 20
          ten hours weekly | 10
          10-15 hours a week | 12.5
          10 to 20 hours per week | 15
          7.5 hours per week | 7.5
          10 hours a week of research and 20 hours of intake | 30
          30 hours a week in total, 10 hours of research and 20 hours of intake | 30
          30 hours a week: 10 hours of research, 20 hours of intake | 30
          4 hours a day | 20
          5 hours a day, 4 days a week | 20
          6 hours per day three days a week | 18
          4 hours a day. 2 days notice | 20
          Intake for 15 hours. | 15
          We already have a paralegal for 20 hours a week. Need 15 hours a week of intake. | 15
          """)
  void readsHoursAWeek(String text, BigDecimal hours) {
    assertThat(CATALOGUE.read(text).weeklyHours()).as(text).isEqualByComparingTo(hours);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reply within 24 hours",
        "48 hours notice",
        "$40 an hour",
        "office hours 9 to 5",
        "2000 hours a year",
        "full-time",
        "10 cases a week"
      })
  void doesNotTakeEveryNumberForHoursOfWork(String text) {
    assertThat(CATALOGUE.read(text).weeklyHours()).as(text).isNull();
  }

  @Test
  void saysWhereAPhraseStandsInTheExactWords() {
    var text = "We need “Légal Research” — and\r\nCITE‑checking.";
    var mention = CATALOGUE.read(text).wanted(Kind.SKILL).getFirst();
    assertThat(mention.code()).isEqualTo("legal-research");
    assertThat(text.substring(mention.start(), mention.end()))
        .isEqualTo(mention.phrase())
        .isEqualTo("Légal Research");
  }

  @Test
  void takesAPhraseOfTwoMeaningsForBoth() {
    var mention = CATALOGUE.read("prepare a hearing binder").wanted(Kind.SKILL).getFirst();
    assertThat(CATALOGUE.read("process server").wanted(Kind.SKILL).getFirst().others())
        .containsExactly("service-of-process");
    assertThat(mention.phrase()).contains("hearing binder");
  }

  @Test
  void knowsWhomTheFirmHasAlready() {
    assertThat(CATALOGUE.read("We already have a paralegal for drafting").employed())
        .isEqualTo(Set.of(Role.PARALEGAL));
    assertThat(CATALOGUE.read("We need a paralegal").employed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "They should give legal advice, legal_advice",
    "setting fees with new clients, fees",
    "must appear in court for us, court",
    "decide which cases we accept, clients",
  })
  void noticesWhatOnlyALawyerMayDo(String text, String code) {
    assertThat(CATALOGUE.read(text).codes(Kind.OUT_OF_SCOPE)).contains(code);
  }

  @Test
  void schedulingCourtAppearancesIsNoCourtAppearance() {
    var reading = CATALOGUE.read("Schedule court appearances. No legal advice.");
    assertThat(reading.codes(Kind.OUT_OF_SCOPE)).isEmpty();
    assertThat(reading.codes(Kind.SKILL)).contains("court-appearance-scheduling");
  }

  @Test
  void headingsThatRefuseReachTheListBelowThem() {
    var reading =
        CATALOGUE.read(
            """
            What we need:
            • intake calls
            • keep clients informed

            Not needed:
            • legal research
            • drafting motions

            Hours: 20 hours per week
            """);
    assertThat(reading.codes(Kind.SKILL))
        .contains("client-intake", "client-status-updates")
        .doesNotContain("legal-research", "motions-briefs-drafting");
    assertThat(reading.weeklyHours()).isEqualByComparingTo("20");
  }

  @Test
  void readsALongTextInNoTime() {
    var hostile =
        List.of(
            "no ".repeat(6_700),
            "draft and ".repeat(2_000) + "pleadings",
            "intake, ".repeat(2_500),
            "we have a paralegal for ".repeat(830),
            "legal advice paralegal ".repeat(860),
            "((((((((((".repeat(2_000),
            "drafting of the the the ".repeat(830),
            "\n- no\n".repeat(3_300),
            "a".repeat(20_000),
            "1".repeat(20_000),
            "10 - ".repeat(4_000),
            "is not ".repeat(2_800),
            "'’".repeat(10_000),
            "\u0301".repeat(20_000),
            "🙂".repeat(10_000),
            "\uD800".repeat(20_000));
    hostile.forEach(CATALOGUE::read);
    hostile.forEach(CATALOGUE::read);
    for (var text : hostile) {
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 10; i++) {
        long start = System.nanoTime();
        CATALOGUE.read(text);
        best = Math.min(best, System.nanoTime() - start);
      }
      assertThat(Duration.ofNanos(best))
          .as(text.substring(0, 10))
          .isLessThan(Duration.ofMillis(50));
    }
  }

  @Test
  void survivesWhateverIsTyped() {
    long seed = 20261123;
    var random = new Random(seed);
    var parts =
        List.of(
            "no ",
            "draft ",
            "10 hours",
            "\n",
            "- ",
            ": ",
            ", ",
            "in-house ",
            "we have ",
            "a ",
            "paralegal ",
            "’",
            "\u0000",
            "é",
            "🙂",
            ".",
            "5",
            "(",
            ")",
            "only ",
            "is not ",
            "wills ");
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        text.append(parts.get(random.nextInt(parts.size())));
      }
      for (var mention : CATALOGUE.read(text.toString()).mentions()) {
        assertThat(text.substring(mention.start(), mention.end()))
            .as("seed " + seed + ": " + text)
            .isEqualTo(mention.phrase());
      }
    }
  }
}
