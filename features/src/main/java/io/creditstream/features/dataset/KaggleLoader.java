package io.creditstream.features.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Loads one table of applications and the history of its clients, and of no others. */
final class KaggleLoader {

  static final String CLIENT_ID = "SK_ID_CURR";
  static final String BUREAU_ID = "SK_ID_BUREAU";

  private final PartedRows rows;
  private final List<List<String>> clientsByPart = new ArrayList<>();
  private final Map<KaggleTable, TableHeader> headers = new EnumMap<>(KaggleTable.class);

  private KaggleLoader(PartedRows rows) {
    this.rows = rows;
    for (int part = 0; part < rows.parts(); part++) {
      clientsByPart.add(new ArrayList<>());
    }
  }

  /**
   * @param tables all tables that are present, the applications among them
   * @param rows takes the rows of all of them
   */
  static KaggleDossiers load(
      Map<KaggleTable, CsvTable> tables,
      KaggleTable applications,
      SubmissionTimes times,
      PartedRows rows) {
    try {
      KaggleLoader loader = new KaggleLoader(rows);
      loader.load(tables, applications);
      return new KaggleDossiers(applications, loader.clientsByPart, loader.headers, rows, times);
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  private void load(Map<KaggleTable, CsvTable> tables, KaggleTable applications) {
    Set<String> clients =
        loadApplications(applications, Objects.requireNonNull(tables.get(applications)));
    Map<String, Integer> partsByBureauId = new HashMap<>();
    tables.forEach(
        (table, csv) -> {
          switch (table) {
            case APPLICATION_TRAIN, APPLICATION_TEST -> {}
            case BUREAU -> loadBureau(csv, clients, partsByBureauId);
            // The order of the tables has the credits come before their balances.
            case BUREAU_BALANCE -> loadBureauBalances(csv, partsByBureauId);
            default -> loadHistory(table, csv, clients);
          }
        });
  }

  private Set<String> loadApplications(KaggleTable table, CsvTable csv) {
    int id = csv.header().require(CLIENT_ID);
    headers.put(table, csv.header());
    Set<String> clients = new HashSet<>();
    csv.forEach(
        row -> {
          String client = cell(row, id);
          if (!clients.add(client)) {
            throw new MalformedRowException(row, CLIENT_ID + " stands in an earlier row already");
          }
          int part = rows.partOf(client);
          clientsByPart.get(part).add(client);
          rows.add(part, table, client, row);
        });
    if (clients.isEmpty()) {
      throw new DatasetException(csv.header().file() + " has no rows below its header");
    }
    return clients;
  }

  private void loadBureau(CsvTable csv, Set<String> clients, Map<String, Integer> partsByBureauId) {
    int client = csv.header().require(CLIENT_ID);
    int bureauId = csv.header().require(BUREAU_ID);
    headers.put(KaggleTable.BUREAU, csv.header());
    csv.forEach(
        row -> {
          String clientId = cell(row, client);
          if (clients.contains(clientId)) {
            int part = rows.partOf(clientId);
            rows.add(part, KaggleTable.BUREAU, clientId, row);
            partsByBureauId.put(cell(row, bureauId), part);
          }
        });
  }

  private void loadBureauBalances(CsvTable csv, Map<String, Integer> partsByBureauId) {
    int bureauId = csv.header().require(BUREAU_ID);
    headers.put(KaggleTable.BUREAU_BALANCE, csv.header());
    csv.forEach(
        row -> {
          String key = cell(row, bureauId);
          Integer part = partsByBureauId.get(key);
          if (part != null) {
            rows.add(part, KaggleTable.BUREAU_BALANCE, key, row);
          }
        });
  }

  private void loadHistory(KaggleTable table, CsvTable csv, Set<String> clients) {
    int client = csv.header().require(CLIENT_ID);
    headers.put(table, csv.header());
    csv.forEach(
        row -> {
          String clientId = cell(row, client);
          if (clients.contains(clientId)) {
            rows.add(rows.partOf(clientId), table, clientId, row);
          }
        });
  }

  private static String cell(TableRow row, int index) {
    if (index >= row.cells().size() || row.cells().get(index).isEmpty()) {
      throw new MalformedRowException(
          row, "column %d, an id, must not be empty".formatted(index + 1));
    }
    return row.cells().get(index);
  }
}
