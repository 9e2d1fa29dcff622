package io.creditstream.features.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loads one table of applications and the history of its clients, and of no others. */
final class KaggleLoader {

  static final String CLIENT_ID = "SK_ID_CURR";
  static final String BUREAU_ID = "SK_ID_BUREAU";

  private final TableHeader header;
  private final List<TableRow> applications = new ArrayList<>();
  private final Map<KaggleTable, TableHeader> headers = new EnumMap<>(KaggleTable.class);
  private final Map<KaggleTable, RowStore> history = new EnumMap<>(KaggleTable.class);

  private KaggleLoader(TableHeader header) {
    this.header = header;
  }

  static KaggleDossiers load(
      Map<KaggleTable, CsvTable> tables, CsvTable applications, SubmissionTimes times) {
    KaggleLoader loader = new KaggleLoader(applications.header());
    Set<String> clients = loader.loadApplications(applications);
    Set<String> bureauIds = new HashSet<>();
    tables.forEach(
        (table, csv) -> {
          switch (table) {
            case APPLICATION_TRAIN, APPLICATION_TEST -> {}
            case BUREAU -> bureauIds.addAll(loader.loadBureau(csv, clients));
            // The order of the tables has the credits come before their balances.
            case BUREAU_BALANCE -> loader.loadHistory(table, csv, BUREAU_ID, bureauIds);
            default -> loader.loadHistory(table, csv, CLIENT_ID, clients);
          }
        });
    return new KaggleDossiers(
        loader.header, loader.applications, loader.headers, loader.history, times);
  }

  private Set<String> loadApplications(CsvTable table) {
    int id = header.require(CLIENT_ID);
    Set<String> clients = new HashSet<>();
    table.forEach(
        row -> {
          if (!clients.add(cell(row, id))) {
            throw new MalformedRowException(row, CLIENT_ID + " stands in an earlier row already");
          }
          applications.add(row);
        });
    if (applications.isEmpty()) {
      throw new DatasetException(header.file() + " has no rows below its header");
    }
    return clients;
  }

  private Set<String> loadBureau(CsvTable csv, Set<String> clients) {
    loadHistory(KaggleTable.BUREAU, csv, CLIENT_ID, clients);
    int bureauId = csv.header().require(BUREAU_ID);
    RowStore credits = Objects.requireNonNull(history.get(KaggleTable.BUREAU));
    Set<String> bureauIds = new HashSet<>();
    clients.forEach(
        client -> credits.of(client).forEach(row -> bureauIds.add(cell(row, bureauId))));
    return bureauIds;
  }

  private void loadHistory(KaggleTable table, CsvTable csv, String keyColumn, Set<String> keys) {
    int key = csv.header().require(keyColumn);
    RowStore store = new RowStore(csv.header().file());
    csv.forEach(
        row -> {
          if (keys.contains(cell(row, key))) {
            store.add(cell(row, key), row);
          }
        });
    headers.put(table, csv.header());
    history.put(table, store);
  }

  private static String cell(TableRow row, int index) {
    if (index >= row.cells().size() || row.cells().get(index).isEmpty()) {
      throw new MalformedRowException(row, "an identifier is missing");
    }
    return row.cells().get(index);
  }
}
