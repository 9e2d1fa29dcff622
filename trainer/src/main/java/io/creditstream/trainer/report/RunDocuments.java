package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.Documents;
import io.creditstream.trainer.result.TrainingResult;
import java.util.List;
import java.util.Map;

/** The documents of a training run. */
public final class RunDocuments {

  /** An interactive report in one file that needs no network. */
  public static final String REPORT = "report.html";

  /** At most 30 slides in one file that needs no network. */
  public static final String PRESENTATION = "presentation.html";

  /** What the model is for, how well it does, and what it must not be used for. */
  public static final String MODEL_CARD = "model-card.md";

  /** How it was trained and what was found, as a note of some pages. */
  public static final String METHODOLOGY = "methodology.md";

  private RunDocuments() {}

  /**
   * Writes them.
   *
   * @param result what the run found out
   * @param bundle the model that it made
   */
  public static Documents of(TrainingResult result, Bundle bundle) {
    Map<String, List<String>> findings = Findings.of(result, bundle);
    return Documents.of(
        Map.of(
            REPORT,
            Page.report(PageData.of("Training report", result, bundle, findings)),
            PRESENTATION,
            Page.presentation(PageData.of("A model of default risk", result, bundle, findings)),
            MODEL_CARD,
            ModelCard.of(result, bundle, findings),
            METHODOLOGY,
            Methodology.of(result, bundle, findings),
            ResultsJson.NAME,
            ResultsJson.of(result),
            Holdout.NAME,
            Holdout.of(result.outOfFold()).csv()));
  }
}
