package io.creditstream.standalone.run;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.trainer.ConsoleProgress;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.Trained;
import io.creditstream.trainer.Trainer;
import io.creditstream.trainer.TrainingInput;
import io.creditstream.trainer.TrainingOptions;
import io.creditstream.trainer.TrainingReport;
import io.creditstream.trainer.report.RunDocuments;
import java.io.PrintStream;
import java.time.Clock;
import java.util.concurrent.CancellationException;

/** The model of a data directory: trained when there is none, then used again. */
final class ModelInUse {

  private static final long SEED = 1;

  private ModelInUse() {}

  static Bundle load(
      DataDirectory directory, ApplicationSource source, StopSignal stop, PrintStream out) {
    if (BundleDirectory.holdsBundle(directory.bundle())) {
      Bundle bundle = BundleDirectory.read(directory.bundle());
      out.println("Model " + bundle.manifest().version() + " from " + directory.bundle());
      return bundle;
    }
    out.println("Training a model on: " + source.name());
    Trained trained = train(source, stop, out);
    Bundle bundle = trained.bundle().with(RunDocuments.of(trained.result(), trained.bundle()));
    BundleDirectory.write(bundle, directory.bundle());
    out.print(TrainingReport.of(trained));
    return bundle;
  }

  private static Trained train(ApplicationSource source, StopSignal stop, PrintStream out) {
    TrainingInput input = source.training();
    try (ConsoleProgress progress = new ConsoleProgress(out);
        DossierSource dossiers = input.dossiers()) {
      Progress stoppable =
          (task, done, total) -> {
            if (stop.isRequested()) {
              throw new CancellationException("stopped before the model was trained");
            }
            progress.at(task, done, total);
          };
      return new Trainer(TrainingOptions.quick(SEED), Clock.systemUTC(), stoppable)
          .train(new TrainingInput(dossiers, input.missingTables()));
    }
  }
}
