package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.trainer.ConsoleProgress;
import io.creditstream.trainer.ProtectedFeatures;
import io.creditstream.trainer.Trained;
import io.creditstream.trainer.Trainer;
import io.creditstream.trainer.TrainingInput;
import io.creditstream.trainer.TrainingOptions;
import io.creditstream.trainer.TrainingReport;
import io.creditstream.trainer.evaluation.CostRatio;
import io.creditstream.trainer.report.RunDocuments;
import io.creditstream.trainer.tracking.RunTracker;
import io.creditstream.trainer.tracking.RunTrackers;
import io.creditstream.trainer.tracking.TrackedTraining;
import io.creditstream.trainer.tracking.TrackingSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    description = "Trains a model on application_train and its history.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Directory with the tables in the Kaggle layout, .csv or .csv.gz.")
  private Path data = Path.of(".");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "BUNDLE",
      description = "Directory to write the model bundle to.")
  private Path out = Path.of(".");

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of everything random (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--folds",
      defaultValue = "5",
      description = "Number of folds of cross-validation (default ${DEFAULT-VALUE}).")
  private int folds;

  @Option(
      names = "--false-negative-cost",
      defaultValue = "10",
      description =
          "Cost of a missed default; a refused good client costs 1 (default ${DEFAULT-VALUE}).")
  private double falseNegativeCost;

  @Option(names = "--with-gender", description = "Also use gender, which is left out by default.")
  private boolean withGender;

  @Override
  public Integer call() {
    TrainingOptions options = options();
    KaggleDirectory directory = KaggleDirectory.open(data);
    TableNotes.print(directory);
    Trained trained;
    try (TrackedTraining tracked = track()) {
      try (ConsoleProgress progress = new ConsoleProgress(System.err);
          DossierSource dossiers =
              directory.dossiers(KaggleTable.APPLICATION_TRAIN, TableNotes.ANY_TIME);
          DossierSource applications = applications(directory)) {
        trained =
            new Trainer(options, Clock.systemUTC(), progress)
                .train(new TrainingInput(dossiers, directory.missingHistory(), applications));
      }
      Bundle bundle = withDocuments(trained);
      BundleDirectory.write(bundle, out);
      tracked.finished(trained.result(), bundle);
    }
    System.out.print(TrainingReport.of(trained));
    TrainingReport.warnings(trained.result())
        .forEach(warning -> System.err.println("Warning: " + warning));
    System.out.println("Bundle written to " + out);
    return 0;
  }

  /** The applications that the model will meet; null where the directory holds none. */
  private static @Nullable DossierSource applications(KaggleDirectory directory) {
    return directory.applicationTables().contains(KaggleTable.APPLICATION_TEST)
        ? directory.dossiers(KaggleTable.APPLICATION_TEST, TableNotes.ANY_TIME)
        : null;
  }

  private TrackedTraining track() {
    RunTracker tracker =
        RunTrackers.open(
            TrackingSettings.of(System.getenv()),
            Clock.systemUTC(),
            warning -> System.err.println("Warning: " + warning));
    return TrackedTraining.start(
        tracker,
        "train " + data.toAbsolutePath().normalize().getFileName(),
        Map.of("seed", Long.toString(seed), "folds", Integer.toString(folds)));
  }

  /** The one place where reports and out-of-fold rows go into the bundle. */
  private static Bundle withDocuments(Trained trained) {
    return trained.bundle().with(RunDocuments.of(trained.result(), trained.bundle()));
  }

  private TrainingOptions options() {
    try {
      TrainingOptions standard = TrainingOptions.standard(seed);
      return new TrainingOptions(
          seed,
          folds,
          standard.boosting(),
          new CostRatio(falseNegativeCost),
          withGender ? ProtectedFeatures.ALL : ProtectedFeatures.ALL_BUT_GENDER,
          true);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
