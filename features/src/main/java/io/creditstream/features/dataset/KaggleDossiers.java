package io.creditstream.features.dataset;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The dossiers of one table of applications, part by part: quick as long as they are asked for in
 * order.
 */
final class KaggleDossiers implements DossierSource {

  private final TableHeader header;
  private final List<List<TableRow>> applicationsByPart;
  private final Map<KaggleTable, TableHeader> headers;
  private final HistoryRows history;
  private final SubmissionTimes times;
  private final DossierAssembler assembler;
  private final long size;
  private int loadedPart = -1;
  private Map<KaggleTable, RowStore> loaded = Map.of();

  KaggleDossiers(
      TableHeader header,
      List<List<TableRow>> applicationsByPart,
      Map<KaggleTable, TableHeader> headers,
      HistoryRows history,
      SubmissionTimes times) {
    this.header = header;
    this.applicationsByPart = applicationsByPart;
    this.headers = headers;
    this.history = history;
    this.times = times;
    this.assembler = new DossierAssembler(header, headers);
    this.size = applicationsByPart.stream().mapToLong(List::size).sum();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized Dossier dossier(long index, Instant submittedAt) {
    int part = 0;
    long within = index;
    while (within >= applicationsByPart.get(part).size()) {
      within -= applicationsByPart.get(part).size();
      part++;
    }
    load(part);
    TableRow application = applicationsByPart.get(part).get((int) within);
    return assembler.assemble(rows(application), submittedAt);
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    for (long index = 0; index < size; index++) {
      consumer.accept(dossier(index, times.of(index)));
    }
  }

  @Override
  public void close() {
    history.close();
  }

  private void load(int part) {
    if (part != loadedPart) {
      loaded = Map.of();
      loaded = history.load(part);
      loadedPart = part;
    }
  }

  private ClientRows rows(TableRow application) {
    String clientId = application.cells().get(header.require(KaggleLoader.CLIENT_ID));
    Map<KaggleTable, List<TableRow>> rows = new EnumMap<>(KaggleTable.class);
    loaded.forEach((table, store) -> rows.put(table, store.of(clientId)));
    RowStore balances = loaded.get(KaggleTable.BUREAU_BALANCE);
    TableHeader bureau = headers.get(KaggleTable.BUREAU);
    if (balances != null && bureau != null) {
      int id = bureau.require(KaggleLoader.BUREAU_ID);
      rows.put(
          KaggleTable.BUREAU_BALANCE,
          rows.getOrDefault(KaggleTable.BUREAU, List.of()).stream()
              .map(credit -> credit.cells().get(id))
              .distinct()
              .flatMap(credit -> balances.of(credit).stream())
              .toList());
    }
    return new ClientRows(application, rows);
  }
}
