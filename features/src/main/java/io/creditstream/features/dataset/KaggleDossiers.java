package io.creditstream.features.dataset;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The dossiers of one table of applications, with the rows of history held by client. */
final class KaggleDossiers implements DossierSource {

  private final TableHeader header;
  private final List<TableRow> applications;
  private final Map<KaggleTable, TableHeader> headers;
  private final Map<KaggleTable, RowStore> history;
  private final SubmissionTimes times;
  private final DossierAssembler assembler;

  KaggleDossiers(
      TableHeader header,
      List<TableRow> applications,
      Map<KaggleTable, TableHeader> headers,
      Map<KaggleTable, RowStore> history,
      SubmissionTimes times) {
    this.header = header;
    this.applications = applications;
    this.headers = headers;
    this.history = history;
    this.times = times;
    this.assembler = new DossierAssembler(header, headers);
  }

  @Override
  public long size() {
    return applications.size();
  }

  @Override
  public Dossier dossier(long index, Instant submittedAt) {
    return assembler.assemble(rows(applications.get(Math.toIntExact(index))), submittedAt);
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    for (long index = 0; index < size(); index++) {
      consumer.accept(dossier(index, times.of(index)));
    }
  }

  private ClientRows rows(TableRow application) {
    String clientId = application.cells().get(header.require(KaggleLoader.CLIENT_ID));
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
    int id = bureau.require(KaggleLoader.BUREAU_ID);
    return rows.getOrDefault(KaggleTable.BUREAU, List.of()).stream()
        .map(credit -> credit.cells().get(id))
        .distinct()
        .flatMap(credit -> balances.of(credit).stream())
        .toList();
  }
}
