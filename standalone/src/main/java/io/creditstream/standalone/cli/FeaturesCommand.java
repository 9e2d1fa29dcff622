package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.trainer.ConsoleProgress;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.matrix.FeatureCsv;
import io.creditstream.trainer.matrix.FeatureMatrices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "features",
    description = "Writes the features of all applications: client id, then the features in order.",
    mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Directory with the tables in the Kaggle layout, .csv or .csv.gz.")
  private Path data = Path.of(".");

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "File to write.")
  private Path out = Path.of(".");

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Model bundle whose features are written.")
  private Optional<Path> bundle = Optional.empty();

  @Override
  public Integer call() throws IOException {
    OutputFiles.requireWritable(out, "--out");
    KaggleDirectory directory = KaggleDirectory.open(data);
    TableNotes.print(directory);
    Map<KaggleTable, DossierSource> tables = new EnumMap<>(KaggleTable.class);
    for (KaggleTable table : directory.applicationTables()) {
      tables.put(table, directory.dossiers(table, TableNotes.ANY_TIME));
    }
    try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
      FeatureDictionary dictionary = dictionary(directory, tables, progress);
      FeatureCsv.write(dictionary, List.copyOf(tables.values()), out, progress);
    } finally {
      tables.values().forEach(DossierSource::close);
    }
    return 0;
  }

  private FeatureDictionary dictionary(
      KaggleDirectory directory, Map<KaggleTable, DossierSource> tables, Progress progress) {
    if (bundle.isPresent()) {
      return BundleDirectory.read(bundle.get()).dictionary();
    }
    DossierSource training = tables.get(KaggleTable.APPLICATION_TRAIN);
    return FeatureMatrices.dictionary(
        FeatureCatalog.standard().trainable(),
        training == null
            ? directory.dossiers(KaggleTable.APPLICATION_TRAIN, TableNotes.ANY_TIME)
            : training,
        progress);
  }
}
