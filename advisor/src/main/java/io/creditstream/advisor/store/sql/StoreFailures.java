package io.creditstream.advisor.store.sql;

import io.creditstream.advisor.store.StoreException;
import java.sql.SQLException;

/** Tells of a database that fails. */
public final class StoreFailures {

  private StoreFailures() {}

  /** The cause stays out of the message, since it may quote what was asked for. */
  public static StoreException of(SQLException e) {
    return new StoreException(
        "the store of the advisor failed: see whether its disk is full, its file damaged or its"
            + " server down",
        e);
  }
}
