package io.creditstream.trainer.explain;

import io.creditstream.model.CreditModel;
import io.creditstream.model.Probability;
import io.creditstream.trainer.matrix.FeatureMatrix;
import io.creditstream.trainer.result.LocalExample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Explanations of single rows: one like most who are approved, one risky, one in doubt. */
public final class Examples {

  private static final int CONTRIBUTIONS = 8;

  private final CreditModel model;
  private final FeatureMatrix matrix;

  public Examples(CreditModel model, FeatureMatrix matrix) {
    this.model = model;
    this.matrix = matrix;
  }

  /**
   * @param sample rows to choose from
   * @param threshold probability from which an application is declined
   */
  public List<LocalExample> of(int[] sample, double threshold) {
    double[] probabilities =
        Arrays.stream(sample)
            .mapToDouble(row -> Probability.of(model.rawScore(matrix.row(row))))
            .toArray();
    Integer[] order = IntStream.range(0, sample.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
    int approved = 0;
    while (approved < order.length && probabilities[order[approved]] < threshold) {
      approved++;
    }
    int doubtful =
        IntStream.range(0, order.length)
            .boxed()
            .min(Comparator.comparingDouble(i -> Math.abs(probabilities[order[i]] - threshold)))
            .orElseThrow();
    return List.of(
        example("typical of those approved", sample[order[approved / 2]]),
        example("close to the threshold", sample[order[doubtful]]),
        example("among the riskiest", sample[order[(int) (0.99 * (order.length - 1))]]));
  }

  private LocalExample example(String title, int row) {
    double[] features = matrix.row(row);
    double[] contributions = model.contributions(features);
    Integer[] order = IntStream.range(0, contributions.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order, Comparator.comparingDouble((Integer i) -> Math.abs(contributions[i])).reversed());
    double others = 0;
    for (int i = CONTRIBUTIONS; i < order.length; i++) {
      others += contributions[order[i]];
    }
    double rawScore = model.rawScore(features);
    return new LocalExample(
        title,
        model.baseValue(),
        rawScore,
        Probability.of(rawScore),
        Arrays.stream(order)
            .limit(CONTRIBUTIONS)
            .map(
                i ->
                    new LocalExample.Contribution(
                        matrix.dictionary().get(i).name(),
                        ValueText.of(matrix.dictionary().get(i), features[i]),
                        contributions[i]))
            .toList(),
        others);
  }
}
