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
import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.report.RunDocuments;
import io.creditstream.trainer.search.SearchBudget;
import io.creditstream.trainer.search.SearchOptions;
import io.creditstream.trainer.tracking.RunTracker;
import io.creditstream.trainer.tracking.RunTrackers;
import io.creditstream.trainer.tracking.TrackedTraining;
import io.creditstream.trainer.tracking.TrackingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "train",
    description = "Trains a model on application_train and its history.",
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Mixin private KaggleOptions data = new KaggleOptions();

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

  @ArgGroup private Budget budget = new Budget();

  @Option(
      names = "--resume",
      description = "Go on with a search that was interrupted, from the file BUNDLE.search.jsonl.")
  private boolean resume;

  @Option(
      names = "--compare",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Compare treatments of class imbalance and other kinds of models (default; not with"
              + " --no-compare).")
  private boolean compare;

  @Mixin private CostOptions cost = new CostOptions();

  @ArgGroup private Attributes attributes = new Attributes();

  /** How long to search; one of the two. */
  static final class Budget {
    @Option(
        names = "--trials",
        defaultValue = "16",
        description =
            "Hyper-parameters to try, the standard ones among them; 0 takes those without a search"
                + " (default ${DEFAULT-VALUE}).")
    private int trials = 16;

    @Option(
        names = "--budget",
        paramLabel = "DURATION",
        description =
            "Time to search, such as PT10M; how far it comes depends on the machine, so that two"
                + " runs may differ.")
    private Optional<Duration> time = Optional.empty();
  }

  /** Which features to use; one of the two. */
  static final class Attributes {
    @Option(names = "--with-gender", description = "Also use gender, which is left out by default.")
    private boolean withGender;

    @Option(
        names = "--without-protected",
        description = "Leave out gender, age, family status and what derives from them.")
    private boolean withoutProtected;
  }

  @Override
  public Integer call() throws IOException {
    TrainingOptions options = options();
    OutputFiles.requireDirectory(out, "--out");
    BundleDirectory.requireReplaceable(out);
    KaggleDirectory directory = data.open();
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
    Files.deleteIfExists(journal());
    System.out.print(TrainingReport.of(trained));
    TrainingReport.warnings(trained.result())
        .forEach(warning -> System.err.println("Warning: " + warning));
    System.out.printf(
        "Bundle written to %s; read %s first%n", out, out.resolve(RunDocuments.REPORT));
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
        "train " + data.directory().toAbsolutePath().normalize().getFileName(),
        Map.of("seed", Long.toString(seed), "folds", Integer.toString(folds)));
  }

  /** The one place where reports and out-of-fold rows go into the bundle. */
  private static Bundle withDocuments(Trained trained) {
    return trained.bundle().with(RunDocuments.of(trained.result(), trained.bundle()));
  }

  private TrainingOptions options() {
    try {
      return new TrainingOptions(
          seed,
          folds,
          BoostingParameters.standard(seed),
          cost.model(),
          protectedFeatures(),
          new SearchOptions(searchBudget(), Optional.of(journal()), resume),
          compare);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private SearchBudget searchBudget() {
    return budget.time.isPresent()
        ? new SearchBudget.Time(budget.time.get())
        : new SearchBudget.Trials(budget.trials);
  }

  private ProtectedFeatures protectedFeatures() {
    if (attributes.withoutProtected) {
      return ProtectedFeatures.NONE;
    }
    return attributes.withGender ? ProtectedFeatures.ALL : ProtectedFeatures.ALL_BUT_GENDER;
  }

  /** Beside the bundle, which appears when it is complete. */
  private Path journal() {
    Path bundle = out.toAbsolutePath().normalize();
    return bundle.resolveSibling(bundle.getFileName() + ".search.jsonl");
  }
}
