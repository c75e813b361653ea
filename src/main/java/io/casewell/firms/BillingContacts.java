package io.casewell.firms;

import io.casewell.platform.FirmId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A firm's billing contact, to the firm itself and to operations. */
@Component
public class BillingContacts {
  private final DatabaseClient db;

  BillingContacts(DatabaseClient db) {
    this.db = db;
  }

  /** The contact; empty while there is none. */
  public Mono<BillingContact> of(FirmId firm) {
    return db.sql("select name, email, phone, address from billing_contact where firm = :firm")
        .bind("firm", firm.value())
        .mapProperties(BillingContact.class)
        .one();
  }

  Mono<Void> put(FirmId firm, BillingContact contact) {
    return db.sql(
            """
            insert into billing_contact (firm, name, email, phone, address)
            values (:firm, :name, :email, :phone, :address)
            on conflict (firm) do update set name = excluded.name, email = excluded.email,
              phone = excluded.phone, address = excluded.address, updated_at = now()
            """)
        .bind("firm", firm.value())
        .bind("name", contact.name())
        .bind("email", contact.email())
        .bind("phone", contact.phone())
        .bind("address", contact.address())
        .then();
  }
}
