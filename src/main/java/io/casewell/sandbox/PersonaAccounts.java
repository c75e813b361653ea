package io.casewell.sandbox;

import io.casewell.identity.Document;
import io.casewell.platform.Worker;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sees to it that every persona has an account at the sandbox's issuer, a firm, roles. */
@Component
@Profile("sandbox")
class PersonaAccounts {
  /** The firm most personas work for. */
  static final UUID ALDER = named("firm Alder & Finch");

  /** The other firm. */
  static final UUID CASTELLANE = named("firm Castellane");

  private final Worker worker;
  private final SandboxIdentity identity;

  PersonaAccounts(Worker worker, SandboxIdentity identity) {
    this.worker = worker;
    this.identity = identity;
  }

  static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes what is missing; the issuer may have moved to another port since the last start. */
  Mono<Void> write() {
    return worker.transactional(
        Flux.fromIterable(Personas.ALL)
            .concatMap(this::account)
            .then(firm(ALDER, "Alder & Finch LLP", "NY", "America/New_York"))
            .then(firm(CASTELLANE, "Castellane Law Group", "CA", "America/Los_Angeles"))
            .then(member(ALDER, "firm-owner", "owner"))
            .then(member(ALDER, "hiring-manager", "hiring_manager"))
            .then(member(ALDER, "supervising-attorney", "supervising_attorney"))
            .then(member(ALDER, "billing", "billing"))
            .then(member(CASTELLANE, "rival-owner", "owner"))
            .then(sales("sales-rep", false))
            .then(sales("sales-lead", true))
            .then(operator("admin"))
            .then(operator("finance")));
  }

  private Mono<Void> account(Persona persona) {
    return sql("""
    insert into account (id, issuer, subject, name, email)
    values (:id, :issuer, :subject, :name, :email)
    on conflict (id) do update set issuer = excluded.issuer
    """)
        .bind("id", persona.account())
        .bind("issuer", identity.issuer())
        .bind("subject", persona.name())
        .bind("name", persona.person())
        .bind("email", persona.email())
        .then()
        .then(agreed(persona));
  }

  /** Personas have agreed to the documents as they stand, so that they land where they work. */
  private Mono<Void> agreed(Persona persona) {
    return Flux.fromArray(Document.values())
        .concatMap(document ->
            sql("select accept_document(:account, :document, :version)")
                .bind("account", persona.account())
                .bind("document", document.word())
                .bind("version", document.version())
                .then())
        .then();
  }

  private Mono<Void> firm(UUID id, String name, String jurisdiction, String zone) {
    return sql("""
    insert into firm (id, name, jurisdiction, size, zone, practice_areas)
    values (:id, :name, :jurisdiction, '11–50', :zone,
      array['personal-injury', 'civil-litigation'])
    on conflict (id) do nothing
    """)
        .bind("id", id)
        .bind("name", name)
        .bind("jurisdiction", jurisdiction)
        .bind("zone", zone)
        .then();
  }

  private Mono<Void> member(UUID firm, String persona, String role) {
    return sql("""
    insert into membership (firm, account, roles) values (:firm, :account, array[:role])
    on conflict do nothing
    """)
        .bind("firm", firm)
        .bind("account", Personas.find(persona).account())
        .bind("role", role)
        .then();
  }

  private Mono<Void> sales(String persona, boolean lead) {
    return sql("insert into sales_person values (:account, :lead) on conflict do nothing")
        .bind("account", Personas.find(persona).account())
        .bind("lead", lead)
        .then();
  }

  private Mono<Void> operator(String role) {
    return sql("insert into operator values (:account, array[:role]) on conflict do nothing")
        .bind("account", Personas.find(role).account())
        .bind("role", role)
        .then();
  }

  private DatabaseClient.GenericExecuteSpec sql(String text) {
    return worker.db().sql(text);
  }
}
