package io.casewell.sandbox;

import io.casewell.catalogue.Catalogue;
import io.casewell.platform.AccountId;
import io.casewell.platform.Caller;
import io.casewell.platform.OperationsRole;
import io.casewell.platform.StaffId;
import io.casewell.platform.StoredFiles;
import io.casewell.platform.StoredFiles.Taken;
import io.casewell.platform.Tenancy;
import io.casewell.platform.Worker;
import io.casewell.talent.DecideCredential;
import io.casewell.talent.Decision;
import io.casewell.talent.SendSample;
import io.casewell.talent.SubmitDocument;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the sandbox's vetting desk alive: sample people send documents, and some are decided, by
 * the same use cases as everybody's. Done once, for the first people only, whatever their number.
 */
@Component
@Profile("sandbox")
class SampleVetting {
  private static final int CLAIMS = 16;
  private static final UUID SECOND = SampleStaff.id("second administrator");

  private final Worker worker;
  private final Tenancy tx;
  private final StoredFiles files;
  private final SubmitDocument submitDocument;
  private final DecideCredential decideCredential;
  private final SendSample sendSample;
  private final Catalogue catalogue;
  private final Clock clock;

  SampleVetting(
      Worker worker,
      Tenancy tx,
      StoredFiles files,
      SubmitDocument submitDocument,
      DecideCredential decideCredential,
      SendSample sendSample,
      Catalogue catalogue,
      Clock clock) {
    this.worker = worker;
    this.tx = tx;
    this.files = files;
    this.submitDocument = submitDocument;
    this.decideCredential = decideCredential;
    this.sendSample = sendSample;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  private record Claim(
      UUID id, UUID staff, String name, String code, String number, LocalDate validUntil) {
    String until() {
      return validUntil.format(DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.US));
    }

    Caller.Professional holder() {
      return new Caller.Professional(new StaffId(staff), new AccountId(staff));
    }
  }

  private record Unproven(UUID staff, String name, String skill) {}

  /** Fills the desk unless a document is there already. */
  Mono<Void> fill() {
    return worker
        .db()
        .sql("select count(*) from (select 1 from stored_file limit 1) one")
        .mapValue(Long.class)
        .one()
        .filter(there -> there == 0)
        .flatMap(_ -> fillEmpty());
  }

  private Mono<Void> fillEmpty() {
    return secondAdministrator()
        .thenMany(claims().collectList().flatMapMany(Flux::fromIterable))
        .index()
        .concatMap(one -> send(one.getT2(), one.getT1().intValue()))
        .then(Mono.defer(this::spread))
        .then(Mono.defer(this::samples));
  }

  private Mono<Void> secondAdministrator() {
    return worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name, email)
              values (:id, 'sample', 'second-admin', 'Omar Haddad', 'omar@sandbox.example')
              on conflict do nothing returning id)
            insert into operator select id, array['admin'] from a on conflict do nothing
            """)
        .bind("id", SECOND)
        .then();
  }

  private Flux<Claim> claims() {
    return worker
        .db()
        .sql(
            """
            select c.id, s.id as staff, s.name, c.code, c.number, c.valid_until
            from credential c join staff s on s.id = c.staff
            where s.external_id < 'sample-000240' and s.external_id like 'sample-______'
              and c.state = 'claimed' order by s.external_id, c.code limit :limit
            """)
        .bind("limit", CLAIMS)
        .mapProperties(Claim.class)
        .all();
  }

  /** What becomes of the claim of this number. */
  private Mono<Void> send(Claim claim, int number) {
    if (number == 0) {
      return Mono.empty();
    }
    var submitted =
        signedUp(claim.staff())
            .then(document(claim, number))
            .flatMap(kept ->
                submitDocument.attach(claim.holder(), claim.id(), kept).as(tx::transactional))
            .contextWrite(Tenancy.as(claim.holder()));
    return switch (number % 8) {
      case 2 ->
          submitted.then(
              decide(
                  SECOND,
                  claim,
                  new Decision.SecondLook(
                      "The name on the certificate is written differently. Please compare.")));
      case 4 -> submitted.then(decide(SECOND, claim, new Decision.Verify(claim.validUntil())));
      case 6 ->
          submitted.then(
              decide(
                  SECOND,
                  claim,
                  new Decision.Reject(
                      "The number cannot be read. Please send a scan at a higher resolution.")));
      default -> submitted;
    };
  }

  private Mono<Void> decide(UUID by, Claim claim, Decision decision) {
    var admin = new Caller.Operations(new AccountId(by), Set.of(OperationsRole.ADMIN));
    return Mono.defer(() -> decideCredential.decide(admin, claim.id(), decision))
        .contextWrite(Tenancy.as(admin));
  }

  private Mono<Taken.Kept> document(Claim claim, int number) {
    var known = catalogue.credentials().find(claim.code()).orElseThrow();
    // in one of them the name is not quite the person's
    var name = number % 8 == 2 ? claim.name().replaceAll("(.)$", "") : claim.name();
    return kept(
        "certificate.pdf",
        SampleDocuments.certificate(
            known.issuer(), known.name(), name, claim.number(), claim.until()));
  }

  private Mono<Taken.Kept> kept(String name, byte[] content) {
    return Mono.usingWhen(
        Mono.fromCallable(() -> Files.write(Files.createTempFile("sample-", ".pdf"), content))
            .subscribeOn(Schedulers.boundedElastic()),
        file ->
            files
                .taken(file, name)
                .map(taken -> {
                  if (taken instanceof Taken.Kept kept) {
                    return kept;
                  }
                  throw new IllegalStateException("a sample document was not taken: " + taken);
                }),
        file -> Mono.fromCallable(() -> Files.deleteIfExists(file)));
  }

  /** They came one after the other, and two certificates have ended since. */
  private Mono<Void> spread() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return worker
        .db()
        .sql(
            """
            update credential c set submitted_at = now() - w.place * interval '7 hours'
            from (select id, row_number() over (order by id desc) as place from credential
              where state = 'in review') w
            where c.id = w.id
            """)
        .then()
        .then(
            worker
                .db()
                .sql(
                    """
                    update credential set valid_until = :ended where id in (
                      select c.id from credential c join staff s on s.id = c.staff
                      where c.state = 'verified' and s.external_id like 'sample-______'
                        and s.external_id < 'sample-000240' order by c.valid_until limit 2)
                    """)
                .bind("ended", today.minusDays(1))
                .then());
  }

  private Mono<Void> samples() {
    return worker
        .db()
        .sql(
            """
            select s.id as staff, s.name, (
                select k ->> 'skill' from jsonb_array_elements(s.profile -> 'skills') k
                where not (k ->> 'verified')::boolean limit 1) as skill
            from staff s where s.external_id < 'sample-000030' and s.external_id like 'sample-______'
              and exists (select 1 from jsonb_array_elements(s.profile -> 'skills') k
                where not (k ->> 'verified')::boolean)
            order by s.external_id limit 4
            """)
        .mapProperties(Unproven.class)
        .all()
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(this::sample)
        .then();
  }

  private Mono<Void> sample(Unproven one) {
    var me = new Caller.Professional(new StaffId(one.staff()), new AccountId(one.staff()));
    var skill = catalogue.skills().name(one.skill());
    return signedUp(one.staff())
        .then(sampleOf(skill))
        .flatMap(kept ->
            sendSample.send(
                me, one.skill(), "A page from a working file, with the names taken out.", kept))
        .contextWrite(Tenancy.as(me));
  }

  /** Gives a sample person an account, so that the trail can say who sent what. */
  private Mono<Void> signedUp(UUID staff) {
    return worker
        .db()
        .sql(
            """
            with a as (
              insert into account (id, issuer, subject, name, email)
              select id, 'sample', id::text, name, email from staff
              where id = :staff and account is null
              on conflict do nothing returning id)
            update staff s set account = a.id from a where s.id = a.id
            """)
        .bind("staff", staff)
        .then();
  }

  private Mono<Taken.Kept> sampleOf(String skill) {
    return kept(
        "sample.pdf",
        SampleDocuments.work(
            skill,
            List.of(
                "Matter: [name taken out] v. [name taken out]",
                "",
                "1.  The witness met the plaintiff in [month] and kept no notes.",
                "2.  She places the second meeting before the storm, see p. 14, lines 3-11.",
                "3.  The maintenance log contradicts her; exhibit 7, entry of the 9th.",
                "4.  To ask: who had the key between the two entries?",
                "",
                "Sources: transcript pp. 3-41; exhibits 4, 7 and 12.")));
  }
}
