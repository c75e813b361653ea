package io.casewell.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.springframework.core.InfrastructureProxy;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import reactor.core.publisher.Mono;

/**
 * Begins each transaction by naming its caller to the database. The settings are local to the
 * transaction: with session-wide ones the pool's next borrower would inherit them.
 */
final class TenantTransactions extends R2dbcTransactionManager {
  TenantTransactions(ConnectionFactory connections) {
    super(new Naming(connections));
  }

  /**
   * Lends connections that name their caller. As an infrastructure proxy it is the same resource as
   * the factory behind it, so statements of a client on that factory join the transaction.
   */
  private record Naming(ConnectionFactory inner) implements ConnectionFactory, InfrastructureProxy {
    @Override
    public Mono<? extends Connection> create() {
      return Mono.from(inner.create()).map(TenantConnection::new);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
      return inner.getMetadata();
    }

    @Override
    public Object getWrappedObject() {
      return inner;
    }
  }
}
