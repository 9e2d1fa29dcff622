package io.creditstream.trainer.shift;

import io.creditstream.drift.histogram.CellList;
import io.creditstream.drift.histogram.HistogramLayout;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.WindowMeasurement;
import io.creditstream.drift.verdict.DriftThresholds;
import io.creditstream.drift.verdict.FeatureVerdict;
import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.dataset.DossierSource;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.model.CreditModel;
import io.creditstream.model.Probability;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.result.FeatureShift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares applications with the reference of a model, as the drift monitor does with a window of
 * decisions: same bins, same numbers, same limits.
 */
public final class Shift {

  private static final int PROGRESS_STEP = 100;

  private Shift() {}

  /**
   * A comparison a feature in the order of the dictionary, then one of the score.
   *
   * @param model the model of the bundle
   * @param applications those that it will meet
   */
  public static List<FeatureShift> of(
      Bundle bundle, CreditModel model, DossierSource applications, Progress progress) {
    HistogramLayout layout = HistogramLayout.of(bundle.profile());
    WindowHistogram counts = WindowHistogram.empty(layout.cells());
    FeatureExtractor extractor = new FeatureExtractor(bundle.dictionary());
    long[] done = {0};
    applications.forEach(
        dossier -> {
          double[] vector = extractor.extract(dossier.application(), dossier.history());
          double score = Probability.of(model.rawScore(vector));
          counts.add(CellList.of(layout, vector, score));
          if (++done[0] % PROGRESS_STEP == 0 || done[0] == applications.size()) {
            progress.at("Comparing with applications to come", done[0], applications.size());
          }
        });
    return judged(WindowMeasurement.measure(layout, counts));
  }

  private static List<FeatureShift> judged(List<FeatureMeasure> measures) {
    List<FeatureVerdict> verdicts = DriftThresholds.standard().judge(measures);
    List<FeatureShift> shifts = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      FeatureMeasure measure = measures.get(i);
      shifts.add(
          new FeatureShift(
              measure.feature(),
              measure.psi(),
              measure.kolmogorov().map(FeatureMeasure.Kolmogorov::low).orElse(Double.NaN),
              measure.missing().referenceRate(),
              measure.missing().rate(),
              verdicts.get(i).verdict().name().toLowerCase(Locale.ROOT)));
    }
    return shifts;
  }
}
