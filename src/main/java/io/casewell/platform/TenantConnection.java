package io.casewell.platform;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * A borrowed connection for one transaction of one caller. Its beginning and the caller's name go
 * to the server as one message, and nobody waits for the answer: the first statement travels right
 * behind it, which saves two round trips of every page. Should the beginning fail, PostgreSQL
 * refuses what follows it, and the commit says why.
 */
final class TenantConnection implements Connection, Wrapped<Connection> {
  private final Connection inner;
  private Mono<Void> begun = Mono.empty();

  TenantConnection(Connection inner) {
    this.inner = inner;
  }

  @Override
  public Publisher<Void> beginTransaction() {
    return Mono.deferContextual(context -> begin(settings(context)));
  }

  @Override
  public Publisher<Void> beginTransaction(TransactionDefinition definition) {
    if (definition.getAttribute(TransactionDefinition.ISOLATION_LEVEL) != null) {
      throw new UnsupportedOperationException("every transaction is read committed");
    }
    return beginTransaction();
  }

  private Mono<Void> begin(String settings) {
    begun =
        Flux.from(inner.createStatement("begin;" + settings).execute())
            .flatMap(Result::getRowsUpdated)
            .then()
            .cache();
    // sent now; who ends the transaction hears of its failure
    begun.onErrorComplete().subscribe();
    return Mono.empty();
  }

  // the driver takes a transaction whose beginning was not answered for none: it must be awaited

  @Override
  public Publisher<Void> commitTransaction() {
    return begun.then(Mono.defer(() -> Mono.from(inner.commitTransaction())));
  }

  @Override
  public Publisher<Void> rollbackTransaction() {
    return begun.onErrorComplete().then(Mono.defer(() -> Mono.from(inner.rollbackTransaction())));
  }

  @Override
  public Publisher<Void> close() {
    return begun
        .onErrorComplete()
        .then(Mono.defer(this::rollBackWhatIsOpen))
        .then(Mono.defer(() -> Mono.from(inner.close())));
  }

  /**
   * Nothing is, but for a caller who left between two steps; the next borrower must not find it.
   */
  private Mono<Void> rollBackWhatIsOpen() {
    return inner.isAutoCommit() ? Mono.empty() : Mono.from(inner.rollbackTransaction());
  }

  // typed ids and constants only, so there is nothing to bind: one plain message to the server
  private static String settings(ContextView context) {
    var named =
        switch (Tenancy.callerIn(context)) {
          case Caller.Visitor _ -> sql("visitor", Tenancy.hatless(context), "", "");
          case Caller.FirmMember(var firm, var account, _) ->
              sql("firm", account.toString(), firm.toString(), "");
          case Caller.Professional(var staff, var account) ->
              sql("staff", account.toString(), "", staff.toString());
          case Caller.SalesRep(var account, _) -> sql("sales", account.toString(), "", "");
          case Caller.Operations(var account, _) -> sql("operations", account.toString(), "", "");
        };
    // whoever looks at somebody's pages reads only, and the database holds them to it
    return context.hasKey(Watch.class)
        ? named
            + ",set_config('app.watched','yes',true),set_config('transaction_read_only','on',true)"
        : named;
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

  @Override
  public Connection unwrap() {
    return inner;
  }

  @Override
  public <E> @Nullable E unwrap(Class<E> type) {
    return type.isInstance(inner) ? type.cast(inner) : null;
  }

  @Override
  public Batch createBatch() {
    return inner.createBatch();
  }

  @Override
  public Publisher<Void> createSavepoint(String name) {
    return inner.createSavepoint(name);
  }

  @Override
  public Statement createStatement(String sql) {
    return inner.createStatement(sql);
  }

  @Override
  public boolean isAutoCommit() {
    return inner.isAutoCommit();
  }

  @Override
  public ConnectionMetadata getMetadata() {
    return inner.getMetadata();
  }

  @Override
  public IsolationLevel getTransactionIsolationLevel() {
    return inner.getTransactionIsolationLevel();
  }

  @Override
  public Publisher<Void> releaseSavepoint(String name) {
    return inner.releaseSavepoint(name);
  }

  @Override
  public Publisher<Void> rollbackTransactionToSavepoint(String name) {
    return inner.rollbackTransactionToSavepoint(name);
  }

  @Override
  public Publisher<Void> setAutoCommit(boolean autoCommit) {
    return inner.setAutoCommit(autoCommit);
  }

  @Override
  public Publisher<Void> setLockWaitTimeout(Duration timeout) {
    return inner.setLockWaitTimeout(timeout);
  }

  @Override
  public Publisher<Void> setStatementTimeout(Duration timeout) {
    return inner.setStatementTimeout(timeout);
  }

  @Override
  public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
    return inner.setTransactionIsolationLevel(level);
  }

  @Override
  public Publisher<Boolean> validate(ValidationDepth depth) {
    return inner.validate(depth);
  }
}
