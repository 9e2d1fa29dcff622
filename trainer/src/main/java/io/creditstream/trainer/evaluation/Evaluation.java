package io.creditstream.trainer.evaluation;

import io.creditstream.trainer.result.Interval;
import io.creditstream.trainer.result.Quality;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a model does on loans that it is given.
 *
 * @param model version of the model
 * @param rows how many loans
 * @param defaults those that defaulted
 * @param known at least so many of them the model was trained on, by the out-of-fold rows of its
 *     bundle, which are not all of a large training; null if it has none
 * @param threshold the bundle's, from which an application is declined
 * @param unit what the cost is counted in
 * @param quality at that threshold
 * @param gini 2 · AUC − 1
 * @param intervals of the figures of quality, by name
 * @param confusion decisions against outcomes
 * @param greatestDifference between a raw score and LightGBM's own, over all rows
 */
public record Evaluation(
    String model,
    long rows,
    long defaults,
    @Nullable Long known,
    double threshold,
    String unit,
    Quality quality,
    double gini,
    Map<String, Interval> intervals,
    ConfusionMatrix confusion,
    double greatestDifference) {

  public Evaluation {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
  }
}
