package io.creditstream.features.dataset;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The dossiers of one table of applications, part by part: quick as long as they are asked for in
 * order.
 */
final class KaggleDossiers implements DossierSource {

  private final KaggleTable applications;
  private final List<List<String>> clientsByPart;
  private final Map<KaggleTable, TableHeader> headers;
  private final PartedRows rows;
  private final SubmissionTimes times;
  private final DossierAssembler assembler;
  private final long size;
  private int loadedPart = -1;
  private Map<KaggleTable, RowStore> loaded = Map.of();

  KaggleDossiers(
      KaggleTable applications,
      List<List<String>> clientsByPart,
      Map<KaggleTable, TableHeader> headers,
      PartedRows rows,
      SubmissionTimes times) {
    this.applications = applications;
    this.clientsByPart = clientsByPart;
    this.headers = headers;
    this.rows = rows;
    this.times = times;
    this.assembler =
        new DossierAssembler(Objects.requireNonNull(headers.get(applications)), headers);
    this.size = clientsByPart.stream().mapToLong(List::size).sum();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public synchronized Dossier dossier(long index, Instant submittedAt) {
    int part = 0;
    long within = index;
    while (within >= clientsByPart.get(part).size()) {
      within -= clientsByPart.get(part).size();
      part++;
    }
    load(part);
    String clientId = clientsByPart.get(part).get((int) within);
    return assembler.assemble(rows(clientId), submittedAt);
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    for (long index = 0; index < size; index++) {
      consumer.accept(dossier(index, times.of(index)));
    }
    release();
  }

  @Override
  public void close() {
    rows.close();
  }

  private void load(int part) {
    if (part != loadedPart) {
      release();
      loaded = rows.load(part);
      loadedPart = part;
    }
  }

  private synchronized void release() {
    loaded = Map.of();
    loadedPart = -1;
  }

  private ClientRows rows(String clientId) {
    Map<KaggleTable, List<TableRow>> history = new EnumMap<>(KaggleTable.class);
    loaded.forEach((table, store) -> history.put(table, store.of(clientId)));
    TableRow application = Objects.requireNonNull(history.remove(applications)).get(0);
    RowStore balances = loaded.get(KaggleTable.BUREAU_BALANCE);
    TableHeader bureau = headers.get(KaggleTable.BUREAU);
    if (balances != null && bureau != null) {
      int id = bureau.require(KaggleLoader.BUREAU_ID);
      history.put(
          KaggleTable.BUREAU_BALANCE,
          history.getOrDefault(KaggleTable.BUREAU, List.of()).stream()
              .map(credit -> credit.cells().get(id))
              .distinct()
              .flatMap(credit -> balances.of(credit).stream())
              .toList());
    }
    return new ClientRows(application, history);
  }
}
