package io.creditstream.standalone.cli;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.standalone.data.JsonFile;
import io.creditstream.trainer.ConsoleProgress;
import io.creditstream.trainer.EvaluationReport;
import io.creditstream.trainer.Evaluator;
import io.creditstream.trainer.evaluation.Evaluation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    description = "Judges a model on application_train and its history of other data.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "BUNDLE",
      description = "Model bundle to judge.")
  private Path bundle = Path.of(".");

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Directory with loans of known outcome, in the Kaggle layout.")
  private Path data = Path.of(".");

  @Mixin private CostOptions cost = new CostOptions();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of the intervals (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
  private Optional<Path> json = Optional.empty();

  @Override
  public Integer call() {
    json.ifPresent(file -> OutputFiles.requireWritable(file, "--json"));
    Bundle model = BundleDirectory.read(bundle);
    KaggleDirectory directory = KaggleDirectory.open(data);
    TableNotes.print(directory);
    Evaluation evaluation;
    try (ConsoleProgress progress = new ConsoleProgress(System.err);
        DossierSource dossiers =
            directory.dossiers(KaggleTable.APPLICATION_TRAIN, TableNotes.ANY_TIME)) {
      evaluation = new Evaluator(cost.model(), seed, progress).evaluate(model, dossiers);
    }
    json.ifPresent(file -> JsonFile.write(file, evaluation));
    System.out.print(EvaluationReport.of(evaluation));
    if (evaluation.known() > 0) {
      System.err.printf(
          "Warning: the model was trained on %d of these clients, so that the figures flatter it%n",
          evaluation.known());
    }
    if (evaluation.greatestDifference() != 0) {
      throw new IllegalStateException(
          "scores differ from LightGBM's own by up to " + evaluation.greatestDifference());
    }
    return 0;
  }
}
