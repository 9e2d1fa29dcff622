package io.creditstream.features.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The dossiers of one table of applications, with the rows of history held by client. */
final class KaggleDossiers implements DossierSource {

  private static final String CLIENT_ID = "SK_ID_CURR";
  private static final String BUREAU_ID = "SK_ID_BUREAU";

  private final TableHeader header;
  private final List<TableRow> applications = new ArrayList<>();
  private final Map<KaggleTable, TableHeader> headers = new EnumMap<>(KaggleTable.class);
  private final Map<KaggleTable, RowStore> history = new EnumMap<>(KaggleTable.class);
  private final SubmissionTimes times;

  private KaggleDossiers(TableHeader header, SubmissionTimes times) {
    this.header = header;
    this.times = times;
  }

  static KaggleDossiers load(
      Map<KaggleTable, CsvTable> tables, CsvTable applications, SubmissionTimes times) {
    KaggleDossiers dossiers = new KaggleDossiers(applications.header(), times);
    Set<String> clients = dossiers.loadApplications(applications);
    Set<String> bureauIds = new HashSet<>();
    tables.forEach(
        (table, csv) -> {
          switch (table) {
            case APPLICATION_TRAIN, APPLICATION_TEST -> {}
            case BUREAU -> bureauIds.addAll(dossiers.loadBureau(csv, clients));
            // The order of the tables has the credits come before their balances.
            case BUREAU_BALANCE -> dossiers.loadHistory(table, csv, BUREAU_ID, bureauIds);
            default -> dossiers.loadHistory(table, csv, CLIENT_ID, clients);
          }
        });
    return dossiers;
  }

  @Override
  public long size() {
    return applications.size();
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    DossierAssembler assembler = new DossierAssembler(header, headers);
    long index = 0;
    for (TableRow application : applications) {
      consumer.accept(assembler.assemble(rows(application), times.of(index++)));
    }
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

  private ClientRows rows(TableRow application) {
    String clientId = application.cells().get(header.require(CLIENT_ID));
    Map<KaggleTable, List<TableRow>> rows = new EnumMap<>(KaggleTable.class);
    history.forEach((table, store) -> rows.put(table, store.of(clientId)));
    RowStore balances = history.get(KaggleTable.BUREAU_BALANCE);
    if (balances != null) {
      rows.put(KaggleTable.BUREAU_BALANCE, balancesOf(rows, balances));
    }
    return new ClientRows(application, rows);
  }

  private List<TableRow> balancesOf(Map<KaggleTable, List<TableRow>> rows, RowStore balances) {
    TableHeader bureau = headers.get(KaggleTable.BUREAU);
    if (bureau == null) {
      return List.of();
    }
    int id = bureau.require(BUREAU_ID);
    return rows.getOrDefault(KaggleTable.BUREAU, List.of()).stream()
        .map(credit -> credit.cells().get(id))
        .distinct()
        .flatMap(credit -> balances.of(credit).stream())
        .toList();
  }

  private static String cell(TableRow row, int index) {
    if (index >= row.cells().size() || row.cells().get(index).isEmpty()) {
      throw new MalformedRowException(row, "an identifier is missing");
    }
    return row.cells().get(index);
  }
}
