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
    description = "Judges a model on the loans of application_train, whose outcomes are known.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "BUNDLE",
      description = "Model bundle to judge.")
  private Path bundle = Path.of(".");

  @Mixin private KaggleOptions data = new KaggleOptions();

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
    KaggleDirectory directory = data.open();
    Evaluation evaluation;
    try (ConsoleProgress progress = new ConsoleProgress(System.err);
        DossierSource dossiers =
            directory.dossiers(KaggleTable.APPLICATION_TRAIN, TableNotes.ANY_TIME)) {
      evaluation = new Evaluator(cost.model(), seed, progress).evaluate(model, dossiers);
    }
    json.ifPresent(file -> JsonFile.write(file, evaluation));
    System.out.print(EvaluationReport.of(evaluation));
    EvaluationReport.warnings(evaluation)
        .forEach(warning -> System.err.println("Warning: " + warning));
    if (evaluation.greatestDifference() != 0) {
      throw new IllegalStateException(
          "scores differ from LightGBM's own by up to %s: set CREDITSTREAM_MODEL_ENGINE=lightgbm for scorers that use this model"
              .formatted(evaluation.greatestDifference()));
    }
    return 0;
  }
}
