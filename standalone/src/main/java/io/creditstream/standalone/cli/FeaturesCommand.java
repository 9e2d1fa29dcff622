package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dataset.DatasetException;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.trainer.ConsoleProgress;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.matrix.FeatureCsv;
import io.creditstream.trainer.matrix.FeatureMatrices;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "features",
    description = "Writes the features of all applications: client id, then the features in order.",
    mixinStandardHelpOptions = true)
final class FeaturesCommand implements Callable<Integer> {

  @Mixin private KaggleOptions data = new KaggleOptions();

  @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "File to write.")
  private Path out = Path.of(".");

  @Option(
      names = "--bundle",
      paramLabel = "BUNDLE",
      description = "Model bundle whose features are written (default: all features).")
  private Optional<Path> bundle = Optional.empty();

  @Override
  public Integer call() {
    OutputFiles.requireWritable(out, "--out");
    KaggleDirectory directory = data.open();
    Map<KaggleTable, DossierSource> tables = new EnumMap<>(KaggleTable.class);
    try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
      for (KaggleTable table : directory.applicationTables()) {
        tables.put(table, directory.dossiers(table, TableNotes.ANY_TIME));
      }
      FeatureDictionary dictionary =
          bundle.isPresent()
              ? BundleDirectory.read(bundle.get()).dictionary()
              : dictionary(tables.get(KaggleTable.APPLICATION_TRAIN), progress);
      FeatureCsv.write(dictionary, List.copyOf(tables.values()), out, progress);
    } finally {
      tables.values().forEach(DossierSource::close);
    }
    return 0;
  }

  /** All features that a model is trained on by default, with the levels of the loans. */
  private FeatureDictionary dictionary(@Nullable DossierSource loans, Progress progress) {
    if (loans == null) {
      throw new DatasetException(
          "%s holds no application_train, whose levels the categories are numbered by; add it or give --bundle"
              .formatted(data.directory()));
    }
    return FeatureMatrices.dictionary(FeatureCatalog.standard().trainable(), loans, progress);
  }
}
