import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/**
 * Reads all tables of a Kaggle directory through DuckDB, sorted by client, every cell of every row:
 * what the features need, without the features. Compare with the time of the command features.
 *
 * <p>Usage: java -Xmx1g -cp duckdb_jdbc.jar DuckDbReading.java DIRECTORY MEMORY, the memory being
 * DuckDB's own, as in 3GB.
 */
class DuckDbReading {

  private static final List<String> TABLES =
      List.of(
          "bureau",
          "previous_application",
          "POS_CASH_balance",
          "credit_card_balance",
          "installments_payments");

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Path spill = Files.createTempDirectory("duckdb-spill-");
    long start = System.nanoTime();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit='" + arguments[1] + "'");
      statement.execute("SET threads=2");
      statement.execute("SET temp_directory='" + spill + "'");
      for (String table : TABLES) {
        report(table, read(statement, sorted(directory, table, "SK_ID_CURR")), start);
      }
      String balances =
          "SELECT b.SK_ID_CURR, m.* FROM %s m JOIN %s b USING (SK_ID_BUREAU) ORDER BY 1, 2"
              .formatted(file(directory, "bureau_balance"), file(directory, "bureau"));
      report("bureau_balance", read(statement, balances), start);
      for (String table : List.of("application_train", "application_test")) {
        report(table, read(statement, sorted(directory, table, "SK_ID_CURR")), start);
      }
    }
  }

  private static String sorted(Path directory, String table, String key) {
    return "SELECT * FROM %s ORDER BY %s".formatted(file(directory, table), key);
  }

  private static String file(Path directory, String table) {
    Path packed = directory.resolve(table + ".csv.gz");
    Path file = Files.exists(packed) ? packed : directory.resolve(table + ".csv");
    return "read_csv('%s', sample_size=-1)".formatted(file);
  }

  private static long read(Statement statement, String query) throws Exception {
    long rows = 0;
    long cells = 0;
    try (ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int column = 1; column <= columns; column++) {
          cells += result.getObject(column) == null ? 0 : 1;
        }
        rows++;
      }
    }
    if (cells < rows) {
      throw new IllegalStateException("rows without cells");
    }
    return rows;
  }

  private static void report(String table, long rows, long start) {
    System.out.printf("%-22s %,12d rows %6.1f s%n", table, rows, (System.nanoTime() - start) / 1e9);
  }
}
