package io.creditstream.advisor.store.duckdb;

import io.creditstream.advisor.store.Batch;
import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.CaseStore;
import io.creditstream.advisor.store.Partition;
import io.creditstream.advisor.store.StoreException;
import io.creditstream.advisor.store.sql.Database;
import io.creditstream.advisor.store.sql.Positions;
import io.creditstream.advisor.store.sql.SqlReader;
import io.creditstream.advisor.store.sql.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * The store in one file of DuckDB. Lists, groups and comparisons read single columns of a wide
 * table with one column a feature; one decision is read from a second table that holds its vectors
 * as they are. There is no index: a search for an id reads one column.
 */
public final class DuckDbStore implements CaseStore {

  /** Another layout has another name: such a store is made anew from the topics. */
  private static final String FILE = "advisor-2.duckdb";

  private final DuckDBConnection connection;
  private final Writer writer;
  private final Database database;
  private final SqlReader reader;

  private DuckDbStore(DuckDBConnection connection) throws SQLException {
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      for (String definition : Tables.definitions()) {
        statement.execute(definition);
      }
    }
    this.writer = new Writer(connection.duplicate());
    this.database = new DuckDbDialect(connection);
    this.reader = new SqlReader(database);
  }

  /**
   * Opens the store of a directory, which is made where it is missing.
   *
   * @param memoryMegabytes what the store may use beside the heap
   * @throws StoreException if the directory cannot be written to or another process has it open
   */
  public static DuckDbStore open(Path directory, int memoryMegabytes) {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", memoryMegabytes + "MB");
    settings.setProperty("checkpoint_threshold", "256MB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      Files.createDirectories(directory);
      Connection opened =
          DriverManager.getConnection("jdbc:duckdb:" + directory.resolve(FILE), settings);
      return new DuckDbStore(opened.unwrap(DuckDBConnection.class));
    } catch (IOException | SQLException e) {
      throw new StoreException(
          "the store in "
              + directory
              + " cannot be opened: end the process that has it open, or give a directory that can"
              + " be written to",
          e);
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
    try {
      writer.close();
      connection.close();
    } catch (SQLException e) {
      throw StoreFailures.of(e);
    }
  }
}
