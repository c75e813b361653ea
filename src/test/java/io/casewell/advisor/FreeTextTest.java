package io.casewell.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewell.catalogue.Catalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What firms write, and the answer a person would give. */
class FreeTextTest {
  private static final Advisor ADVISOR = new Advisor(new Catalogue());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          paralegal | We need help with legal research and drafting motions.
          paralegal | Someone to draft pleadings, discovery requests and subpoenas, and prepare exhibits for trial.
          paralegal | Legal research, cite-checking and memos, about 15 hours a week.
          paralegal | Draft contracts, wills and trusts for our estate planning practice.
          paralegal | DRAFTING COMPLAINTS AND MOTIONS, TRIAL PREPARATION, LEGAL RESEARCH
          paralegal | Case manager wanted: legal research, drafting motions, preparing trial exhibits
          paralegal | Conducting legal research, drafting legal documents such as pleadings, contracts and wills, interviewing clients and witnesses, preparing trial materials including exhibits and affidavits
          paralegal | Certified paralegal for Westlaw research and brief writing
          paralegal | No intake, no phones, no scheduling. Research and drafting only.
          paralegal | We already have a case manager for client updates and scheduling; we need somebody to draft motions and do legal research.
          paralegal | Our receptionist handles phones and intake. Need discovery responses drafted and depositions summarized.
          paralegal | Billing is done in-house. Looking for a litigation paralegal: motions, discovery, trial notebooks.
          paralegal | Review documents for privilege, redact, and prepare privilege logs and productions.
          paralegal | I-130 and I-485 petitions, N-400 forms, visa petitions; draft affidavits.
          paralegal | • legal research\\n• drafting briefs\\n• trial prep
          paralegal | Strong research and writing skills, deep understanding of legal procedures, analytical skills; will draft pleadings.
          paralegal | Draft appellate briefs, tables of authorities and the record on appeal
          paralegal | We don’t need scheduling; we need interrogatories and requests for production drafted.
          paralegal | Not an admin job: legal research, memoranda of law and motion practice.
          paralegal | Nothing administrative. Research, drafting, trial prep.
          paralegal | Must not hesitate to draft motions.
          paralegal | We want nothing to fall behind in drafting motions and legal research.
          case_manager | Experience in legal research is a plus but not required. Duties: scheduling, client updates, billing.
          paralegal | We can't keep up with drafting motions and legal research.
          case_manager | Answer phones, schedule meetings and keep clients informed.
          case_manager | Paralegal wanted: answer phones, schedule meetings, update client files
          case_manager | PARALEGAL NEEDED!!! PHONES, INTAKE, CALENDARING, CLIENT UPDATES
          case_manager | We already have a paralegal for drafting. Need intake, client updates and calendaring.
          case_manager | Managing client files and ensuring all documentation is current; coordinating schedules for meetings; facilitating communication between clients and the legal team; billing
          case_manager | No court filing work. Client intake, onboarding, billing and appointments.
          case_manager | Someone to track case expenses, send invoices and chase unpaid invoices
          case_manager | New client intake and retainer signing, about 20 hours a week
          case_manager | Monitor deadlines, move cases forward and give weekly client updates
          case_manager | Our attorneys do their own legal research and drafting; we need calendaring, client calls and billing.
          case_manager | Drafting and research are handled in-house. Need somebody for client communication and scheduling.
          case_manager | Legal assistant to answer calls, book appointments, handle intake, send invoices and keep the calendar
          case_manager | Treatment tracking, client status updates and client intake for a PI firm
          case_manager | Not needed:\\n- legal research\\n- drafting\\n\\nNeeded:\\n- intake\\n- phones\\n- client updates
          case_manager | Other than drafting, everything: intake, phones, calendars, client updates, billing
          case_manager | Data entry, client files kept up to date, reminders, appointments
          case_manager | Clients never hear from us. We need someone to call them back, answer client questions and schedule consultations.
          both | Legal research and client intake
          both | Draft motions, do legal research, answer phones, schedule meetings
          both | Paralegal to draft discovery and pleadings, and also do intake, billing and client updates
          paralegal | Case manager wanted: legal research, drafting motions and cite-checking.
          case_manager | Paralegal wanted for client intake, answering phones and calendaring.
          not_enough_information | Necesitamos una persona para la gestión de los documentos del bufete
          not_enough_information | Wir suchen eine Person für die Betreuung der Mandanten und das Büro
          not_enough_information | Buscamos un paralegal para el despacho con experiencia en intake
          not_enough_information | 法律事務所のための調査と書類作成
          both | 10 hours a week of research and drafting, and 20 hours a week of intake, phones and calendaring
          both | Organize case files and file court papers
          not_enough_information | We are a small firm in Ohio and things are getting busy.
          not_enough_information | asdf qwer zxcv
          not_enough_information | No research, no drafting, no billing.
          not_enough_information | Need 2 hours a week of legal research
          not_enough_information | 日本語のテキスト
          """)
  void givesTheAnswerAPersonWould(String role, String text) {
    var advice = ADVISOR.advise(Map.of(), text.replace("\\n", "\n"));
    assertThat(advice.verdict().code()).as("%s → %s", text, advice).isEqualTo(role);
  }

  @Test
  void takesHoursFromTheTextOrNone() {
    var named = ADVISOR.advise(Map.of(), "Legal research and memos, about 15 hours a week");
    assertThat(named.paralegalHours()).isEqualByComparingTo("15");
    assertThat(named.caseManagerHours()).isEqualByComparingTo("0");
    var none = ADVISOR.advise(Map.of(), "Legal research and memos");
    assertThat(none.paralegalHours()).isNull();
    assertThat(none.caseManagerHours()).isNull();
  }

  @Test
  void splitsTheHoursOfATextByItsWeights() {
    var advice = ADVISOR.advise(Map.of(), "30 hours a week: legal research and client intake");
    assertThat(advice.verdict()).isEqualTo(Verdict.BOTH);
    // (1.0 + 0.3) / (1.1 + 1.3) of 30 is 16.25
    assertThat(advice.paralegalHours()).isEqualByComparingTo("15");
    assertThat(advice.caseManagerHours()).isEqualByComparingTo("15");
  }

  @Test
  void aTitleAloneIsSaidToBeLittle() {
    var advice = ADVISOR.advise(Map.of(), "We need a paralegal.");
    assertThat(advice.verdict()).isEqualTo(Verdict.PARALEGAL);
    assertThat(advice.reasons()).anyMatch(reason -> reason.contains("title"));
  }
}
