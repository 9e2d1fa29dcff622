package io.creditstream.trainer.report;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.Documents;
import io.creditstream.trainer.result.TrainingResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents of a training run. */
public final class RunDocuments {

  /** An interactive report in one file that needs no network. */
  public static final String REPORT = "report.html";

  /** At most 30 slides in one file that needs no network. */
  public static final String PRESENTATION = "presentation.html";

  /**
   * A model card (Mitchell et al., "Model Cards for Model Reporting", 2019): what the model is for,
   * how well it does and for whom, and what it must not be used for. In French as {@code
   * model-card-fr.md}.
   */
  public static final String MODEL_CARD = "model-card.md";

  /**
   * How it was trained and what was found, as a note of some pages. In French as {@code
   * methodology-fr.md}.
   */
  public static final String METHODOLOGY = "methodology.md";

  private RunDocuments() {}

  /**
   * Writes them.
   *
   * @param result what the run found out
   * @param bundle the model that it made
   */
  public static Documents of(TrainingResult result, Bundle bundle) {
    Map<String, String> documents = new HashMap<>();
    Words english = Words.of(Language.EN);
    Map<String, List<String>> findings = Findings.of(result, bundle, english);
    documents.put(
        REPORT, Page.report(PageData.of("Training report", result, bundle, findings, english)));
    documents.put(
        PRESENTATION,
        Page.presentation(
            PageData.of("A model of default risk", result, bundle, findings, english)));
    documents.put(ResultsJson.NAME, ResultsJson.of(result));
    documents.put(Holdout.NAME, Holdout.of(result.outOfFold()).csv());
    for (Language language : Language.values()) {
      Words words = Words.of(language);
      Notes notes = new Notes(result, bundle, Findings.of(result, bundle, words), words);
      documents.put(language.file(MODEL_CARD), notes.write(MODEL_CARD));
      documents.put(language.file(METHODOLOGY), notes.write(METHODOLOGY));
    }
    return Documents.of(documents);
  }
}
