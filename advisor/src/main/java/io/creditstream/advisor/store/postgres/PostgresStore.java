package io.creditstream.advisor.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.StoreException;
import io.creditstream.advisor.store.sql.Database;
import io.creditstream.advisor.store.sql.Positions;
import io.creditstream.advisor.store.sql.SqlReader;
import io.creditstream.advisor.store.sql.StoreFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * The store in PostgreSQL, for advisors on several machines. Each of them reads the topics and
 * writes what is not there yet, with the positions in the same transaction: whoever comes second
 * writes nothing, and any of them may be down.
 */
public final class PostgresStore implements CaseStore {

  private static final int CONNECTIONS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Held while tables are made, so that two that start at once do not make them both. */
  private static final long MAKING = 0x63726564_69747374L;

  private final HikariDataSource pool;
  private final PostgresWriter writer;
  private final Database database;
  private final SqlReader reader;

  private PostgresStore(HikariDataSource pool) throws SQLException {
    this.pool = pool;
    define();
    this.writer = new PostgresWriter(pool);
    this.database = new PostgresDialect(pool);
    this.reader = new SqlReader(database);
  }

  /**
   * Connects and makes the tables that are not there.
   *
   * @throws StoreException if the database cannot be reached or refuses the tables
   */
  public static PostgresStore open(PostgresSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("advisor-store");
    config.setJdbcUrl(settings.url());
    settings.user().ifPresent(config::setUsername);
    settings.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "creditstream-advisor");
    config.addDataSourceProperty("currentSchema", PostgresTables.SCHEMA);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      return new PostgresStore(pool);
    } catch (PoolInitializationException | SQLException e) {
      if (pool != null) {
        pool.close();
      }
      throw new StoreException(
          "the database of the advisor cannot be used: see whether it runs, takes this user and"
              + " password, and lets the user create a schema",
          e);
    }
  }

  private void define() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(" + MAKING + ")");
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + PostgresTables.SCHEMA);
      for (String definition : PostgresTables.definitions()) {
        statement.execute(definition);
      }
      connection.commit();
    }
  }

  @Override
  public Map<Partition, Long> positions() {
    return Positions.read(database);
  }

  @Override
  public void write(Batch batch) {
    try {
      writer.write(batch);
    } catch (SQLException e) {
      throw StoreFailures.of(e);
    }
  }

  @Override
  public CaseReader reader() {
    return reader;
  }

  @Override
  public void close() {
    pool.close();
  }
}
