package io.casewell.talent;

import io.casewell.catalogue.Role;
import io.casewell.platform.StaffId;
import io.r2dbc.postgresql.codec.Json;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Everybody's profile; each sees the own one. */
@Component
class StaffMembers {
  private final DatabaseClient db;

  StaffMembers(DatabaseClient db) {
    this.db = db;
  }

  private record Row(UUID id, String name, String email, String status, Json profile) {
    StaffMember member() {
      return new StaffMember(
          new StaffId(id),
          name,
          email,
          StaffStatus.of(status).orElseThrow(),
          Profile.of(profile.asString()));
    }
  }

  /** This person; empty for anybody else than themselves and operations. */
  Mono<StaffMember> find(StaffId staff) {
    return find(staff, "");
  }

  /** The same, and nobody else changes it before the running transaction ends. */
  Mono<StaffMember> locked(StaffId staff) {
    return find(staff, " for update");
  }

  private Mono<StaffMember> find(StaffId staff, String lock) {
    return db.sql("select id, name, email, status, profile from staff where id = :id" + lock)
        .bind("id", staff.value())
        .mapProperties(Row.class)
        .one()
        .map(Row::member);
  }

  /** Writes the name, status and profile, and brings the public card along. */
  Mono<Void> change(StaffMember to) {
    return db.sql(
            """
            update staff set name = :name, status = :status, profile = :profile,
              updated_at = now()
            where id = :id
            """)
        .bind("name", to.name())
        .bind("status", to.status().code())
        .bind("profile", Json.of(to.profile().json()))
        .bind("id", to.id().value())
        .then()
        .then(changeCard(to));
  }

  private Mono<Void> changeCard(StaffMember to) {
    return db.sql(
            """
            insert into staff_card (staff, name, roles, state)
            values (:staff, :name, :roles, :state)
            on conflict (staff) do update set
              name = excluded.name, roles = excluded.roles, state = excluded.state
            """)
        .bind("staff", to.id().value())
        .bind("name", CardName.of(to.name()))
        .bind("roles", to.profile().roles().stream().map(Role::code).toArray(String[]::new))
        .bind("state", to.status().code())
        .then();
  }
}
