package io.casewell.platform;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Result;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Begins each transaction by naming its caller to the database. The settings are local to the
 * transaction: with session-wide ones the pool's next borrower would inherit them.
 */
final class TenantTransactions extends R2dbcTransactionManager {
  TenantTransactions(ConnectionFactory connections) {
    super(connections);
  }

  @Override
  protected Mono<Void> prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) {
    return super.prepareTransactionalConnection(connection, definition)
        .then(Mono.deferContextual(context -> name(connection, Tenancy.callerIn(context))));
  }

  private static Mono<Void> name(Connection connection, Caller caller) {
    // typed ids and constants only, so there is nothing to bind: one plain message to the server
    return Flux.from(connection.createStatement(settings(caller)).execute())
        .flatMap(Result::getRowsUpdated)
        .then();
  }

  private static String settings(Caller caller) {
    return switch (caller) {
      case Caller.Visitor _ -> sql("visitor", "", "", "");
      case Caller.FirmMember(var firm, var account, _) ->
          sql("firm", account.toString(), firm.toString(), "");
      case Caller.Professional(var staff, var account) ->
          sql("staff", account.toString(), "", staff.toString());
      case Caller.SalesRep(var account, _) -> sql("sales", account.toString(), "", "");
      case Caller.Operations(var account, _) -> sql("operations", account.toString(), "", "");
    };
  }

  private static String sql(String realm, String account, String firm, String staff) {
    return "select set_config('app.realm','"
        + realm
        + "',true),set_config('app.account','"
        + account
        + "',true),set_config('app.firm','"
        + firm
        + "',true),set_config('app.staff','"
        + staff
        + "',true)";
  }
}
