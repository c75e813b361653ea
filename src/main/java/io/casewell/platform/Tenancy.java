package io.casewell.platform;

import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The tenant transaction. Everything a request reads or writes goes through it: it names the caller
 * it finds in the Reactor context to the database, which shows that caller's rows and no others.
 */
public final class Tenancy {
  private static final Caller NOBODY = new Caller.Visitor();

  private final TransactionalOperator operator;

  Tenancy(TransactionalOperator operator) {
    this.operator = operator;
  }

  /** Runs this in one transaction of the caller: all of it or nothing. */
  public <T> Mono<T> transactional(Mono<T> work) {
    return operator.transactional(work);
  }

  /** Runs this in one transaction of the caller and gives its rows when all are there. */
  public <T> Flux<T> transactional(Flux<T> work) {
    return operator.transactional(work.collectList()).flatMapIterable(rows -> rows);
  }

  /** Puts the caller into the context of everything upstream of it. */
  public static Context as(Caller caller) {
    return Context.of(Caller.class, caller);
  }

  /** The same for whoever is signed in: without a hat they are still known to be themselves. */
  static Context of(SignedIn in) {
    var who = as(in.viewer().caller()).put(AccountId.class, in.account());
    var watch = in.viewer().watch();
    return watch == null ? who : who.put(Watch.class, watch);
  }

  /** The account signed in without a hat, as text; empty for a visitor. */
  static String hatless(ContextView context) {
    return context.hasKey(AccountId.class) ? context.get(AccountId.class).toString() : "";
  }

  /** Who asks, or a visitor where nobody was named. */
  public static Caller callerIn(ContextView context) {
    return context.hasKey(Caller.class) ? context.get(Caller.class) : NOBODY;
  }
}
