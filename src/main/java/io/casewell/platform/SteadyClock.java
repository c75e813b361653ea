package io.casewell.platform;

import com.github.kagkarlsson.scheduler.Clock;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * The database's time when the jobs were opened, and what has gone by since on a counter nobody
 * sets. A node whose clock is wrong or put right neither takes a running job of another for dead
 * nor lets its own seem so, which would run it twice.
 */
final class SteadyClock implements Clock {
  private final Instant begin;
  private final LongSupplier nanos;
  private final long from;

  SteadyClock(Instant begin, LongSupplier nanos) {
    this.begin = begin;
    this.nanos = nanos;
    this.from = nanos.getAsLong();
  }

  static SteadyClock of(DataSource database) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select now()")) {
      row.next();
      return new SteadyClock(row.getObject(1, OffsetDateTime.class).toInstant(), System::nanoTime);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell its time", e);
    }
  }

  @Override
  public Instant now() {
    return begin.plusNanos(nanos.getAsLong() - from);
  }
}
