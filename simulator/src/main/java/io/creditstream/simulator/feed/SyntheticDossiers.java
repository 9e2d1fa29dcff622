package io.creditstream.simulator.feed;

import io.creditstream.features.dataset.ClientRows;
import io.creditstream.features.dataset.Dossier;
import io.creditstream.features.dataset.DossierAssembler;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import io.creditstream.features.dataset.TableHeader;
import io.creditstream.features.dataset.TableRow;
import io.creditstream.simulator.population.Population;
import io.creditstream.simulator.population.SyntheticClient;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Clients of a synthetic population as dossiers, read as if they came from files. */
public final class SyntheticDossiers implements DossierSource {

  private final Population population;
  private final long size;
  private final SubmissionTimes times;
  private final DossierAssembler assembler;

  /** The first clients of a population. */
  public SyntheticDossiers(Population population, long size, SubmissionTimes times) {
    this.population = population;
    this.size = size;
    this.times = times;
    this.assembler = assembler(population.profile().applicationTable());
  }

  @Override
  public long size() {
    return size;
  }

  /** The population has no end: an index beyond the size gives a further client. */
  @Override
  public Dossier dossier(long index, Instant submittedAt) {
    return assembler.assemble(rows(population.client(index)), submittedAt);
  }

  @Override
  public void forEach(Consumer<Dossier> consumer) {
    for (long index = 0; index < size; index++) {
      consumer.accept(dossier(index, times.of(index)));
    }
  }

  private static ClientRows rows(SyntheticClient client) {
    Map<KaggleTable, List<TableRow>> history = new EnumMap<>(KaggleTable.class);
    for (KaggleTable table : KaggleTable.values()) {
      if (!table.holdsApplications()) {
        history.put(table, client.rows(table).stream().map(cells -> row(table, cells)).toList());
      }
    }
    return new ClientRows(row(client.applicationTable(), client.application()), history);
  }

  private static TableRow row(KaggleTable table, String[] cells) {
    return new TableRow(table.fileStem(), 0, Arrays.asList(cells));
  }

  private static DossierAssembler assembler(KaggleTable applications) {
    Map<KaggleTable, TableHeader> history = new EnumMap<>(KaggleTable.class);
    for (KaggleTable table : KaggleTable.values()) {
      if (!table.holdsApplications()) {
        history.put(table, header(table));
      }
    }
    return new DossierAssembler(header(applications), history);
  }

  private static TableHeader header(KaggleTable table) {
    return new TableHeader(table.fileStem(), table.columns());
  }
}
