package io.creditstream.drift.output;

import io.creditstream.drift.output.ScoreCurve.Bin;
import io.creditstream.drift.tally.Tally;
import io.creditstream.features.profile.NumericBins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well a model does on granted loans: as their outcomes show, or before these are known, as is
 * to be expected if its probabilities are right (confidence-based performance estimation). Scores
 * are counted in bins of 0.02 log-odds, and so are these figures made. Of declined applications
 * nothing is known: figures of granted loans alone, which the model itself chose.
 *
 * @param estimated whether it is an estimate from the probabilities alone
 * @param loans granted loans that it is about
 * @param defaults how many of them defaulted, or are expected to
 * @param auc area under the ROC curve; empty without loans of both kinds
 * @param ks distance of the scores of defaulted and repaid loans; empty without loans of both kinds
 * @param brier mean squared error of the probability
 * @param calibration defaults ÷ the number that the probabilities promised; empty for an estimate
 * @param bands by bands of the score, ascending
 */
public record Performance(
    boolean estimated,
    long loans,
    double defaults,
    OptionalDouble auc,
    OptionalDouble ks,
    double brier,
    OptionalDouble calibration,
    List<Band> bands) {

  private static final String APPROVED = "approved/";
  private static final String REPAID = "repaid/";
  private static final String DEFAULTED = "defaulted/";

  public Performance {
    bands = List.copyOf(bands);
  }

  /**
   * Loans of one band of the score.
   *
   * @param number from 0, ascending with the score
   * @param loans granted loans in it
   * @param defaults how many of them defaulted, or are expected to
   * @param predicted how many defaults the probabilities promised
   */
  public record Band(int number, long loans, double defaults, double predicted) {}

  /** Counts an approved application. */
  public static void countApproved(Tally tally, double probability) {
    tally.add(APPROVED + ScoreBins.of(probability), 1);
  }

  /** Counts what became of a granted loan. */
  public static void countOutcome(Tally tally, double probability, boolean defaulted) {
    tally.add(name(probability, defaulted), 1);
  }

  /** Takes back what was counted of a loan that turned out otherwise. */
  public static void takeBack(Tally tally, double probability, boolean defaulted) {
    tally.add(name(probability, defaulted), -1);
  }

  private static String name(double probability, boolean defaulted) {
    return (defaulted ? DEFAULTED : REPAID) + ScoreBins.of(probability);
  }

  /**
   * What the outcomes show; empty where none is known. A correction whose first outcome lies in
   * another window leaves less than no loans in a bin: that counts as none.
   *
   * @param edges inner edges of the bands of the score
   */
  public static Optional<Performance> realised(Tally tally, double[] edges) {
    return of(ScoreCurve.known(tally.below(REPAID), tally.below(DEFAULTED)), edges, false);
  }

  /**
   * What is to be expected of the applications approved; empty where none was.
   *
   * @param edges inner edges of the bands of the score
   */
  public static Optional<Performance> estimated(Tally tally, double[] edges) {
    return of(ScoreCurve.expected(tally.below(APPROVED)), edges, true);
  }

  private static Optional<Performance> of(ScoreCurve curve, double[] edges, boolean estimated) {
    if (curve.loans() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Performance(
            estimated,
            Math.round(curve.loans()),
            curve.defaulted(),
            curve.auc(),
            curve.ks(),
            curve.brier(),
            estimated
                ? OptionalDouble.empty()
                : OptionalDouble.of(curve.defaulted() / curve.predicted()),
            bands(curve, edges)));
  }

  private static List<Band> bands(ScoreCurve curve, double[] edges) {
    double[] loans = new double[edges.length + 1];
    double[] defaults = new double[edges.length + 1];
    double[] predicted = new double[edges.length + 1];
    for (Bin bin : curve.bins()) {
      int band = NumericBins.indexOf(edges, bin.probability());
      loans[band] += bin.loans();
      defaults[band] += bin.defaulted();
      predicted[band] += bin.loans() * bin.probability();
    }
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < loans.length; i++) {
      bands.add(new Band(i, Math.round(loans[i]), defaults[i], predicted[i]));
    }
    return bands;
  }

  /** Share of the loans that defaulted, or are expected to. */
  public double defaultRate() {
    return defaults / loans;
  }
}
