package io.casewell.platform;

import java.sql.SQLException;

/** What a second node has of its own, for tests that stand in for one. */
public final class OtherNode {
  private OtherNode() {}

  /** Listens to the running database, as another node would. */
  public static Wakes listening(DatabaseSettings running) {
    var wakes = new Wakes(running);
    wakes.start();
    return wakes;
  }

  public static void stop(Wakes wakes) {
    wakes.stop();
  }

  /** Ends every listening connection there is, and says how many. */
  public static int cut(DatabaseSettings running) {
    try (var connection = FreshDatabase.superuser(running);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(pg_terminate_backend(pid))::int from pg_stat_activity where"
                    + " application_name = 'casewell wakes' and datname = current_database()")) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
