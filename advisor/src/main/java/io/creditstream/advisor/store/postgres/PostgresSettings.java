package io.creditstream.advisor.store.postgres;

import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url as the driver takes it, such as {@code jdbc:postgresql://host:5432/database}
 * @param user who the advisor is there; empty where the URL says it
 * @param password its password; empty where none is needed
 */
public record PostgresSettings(String url, Optional<String> user, Optional<String> password) {

  public PostgresSettings {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "database URL is none of PostgreSQL: give jdbc:postgresql://host/database");
    }
  }

  /** Leaves out everything that may be secret. */
  @Override
  public String toString() {
    return "PostgresSettings[]";
  }
}
