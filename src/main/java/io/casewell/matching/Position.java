package io.casewell.matching;

/**
 * A place in the log of facts: everything written by transactions before this one (PostgreSQL's
 * 64-bit transaction id). Nothing that commits later can lie before it.
 */
record Position(long transaction) {}
