package io.creditstream.features.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A directory with tables in the Kaggle layout, each a file {@code NAME.csv} or {@code
 * NAME.csv.gz}. The table of applications that is read is required; each table of history may be
 * absent, its features are then missing.
 */
public final class KaggleDirectory {

  /** Bytes of plain CSV that take about half a GiB as rows in memory. */
  private static final long BYTES_OF_A_PART = 160L << 20;

  private final Path directory;
  private final Map<KaggleTable, CsvTable> tables = new EnumMap<>(KaggleTable.class);

  private KaggleDirectory(Path directory) {
    this.directory = directory;
    for (KaggleTable table : KaggleTable.values()) {
      for (String extension : List.of(".csv", ".csv.gz")) {
        Path file = directory.resolve(table.fileStem() + extension);
        if (!tables.containsKey(table) && Files.exists(file)) {
          tables.put(table, new CsvTable(file));
        }
      }
    }
  }

  /**
   * Looks for the tables of a directory and reads their headers.
   *
   * @throws DatasetException if it is no directory or a header cannot be read
   */
  public static KaggleDirectory open(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new DatasetException(
          directory + " is no directory; give the one that holds the unpacked tables");
    }
    return new KaggleDirectory(directory);
  }

  public boolean has(KaggleTable table) {
    return tables.containsKey(table);
  }

  /** The tables of history that are absent. */
  public List<KaggleTable> missingHistory() {
    return Arrays.stream(KaggleTable.values())
        .filter(table -> !table.holdsApplications() && !has(table))
        .toList();
  }

  /**
   * The dossiers of a table of applications. Rows that are too many for the memory go to temporary
   * files, and the dossiers then come part by part instead of in the order of the rows.
   *
   * @throws DatasetException if the table is absent or a table cannot be read
   * @throws MalformedRowException if a row of the application or its history cannot be read
   */
  public DossierSource dossiers(KaggleTable applications, SubmissionTimes times) {
    CsvTable table = require(applications);
    int parts = (int) ((table.estimatedBytes() + historyBytes()) / BYTES_OF_A_PART) + 1;
    return KaggleLoader.load(
        tables, applications, times, parts == 1 ? PartedRows.inMemory() : spilled(parts));
  }

  private static PartedRows spilled(int parts) {
    return new SpilledRows(Path.of(System.getProperty("java.io.tmpdir")), parts);
  }

  private long historyBytes() {
    return tables.entrySet().stream()
        .filter(entry -> !entry.getKey().holdsApplications())
        .mapToLong(entry -> entry.getValue().estimatedBytes())
        .sum();
  }

  private CsvTable require(KaggleTable applications) {
    CsvTable table = tables.get(applications);
    if (!applications.holdsApplications() || table == null) {
      String stem = applications.fileStem();
      throw new DatasetException(
          "%s holds neither %s.csv nor %s.csv.gz; unpack the Kaggle download there"
              .formatted(directory, stem, stem));
    }
    return table;
  }

  /** All tables of applications that are present. */
  public List<KaggleTable> applicationTables() {
    List<KaggleTable> present = new ArrayList<>(tables.keySet());
    present.removeIf(table -> !table.holdsApplications());
    return present;
  }
}
