package io.creditstream.drift.histogram;

import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.JointProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.RankScores;
import java.util.List;

/** The cells of the distance that tells whether features go together as in the reference. */
public final class JointCells {

  private final JointProfile profile;
  private final List<RankScores> ranks;
  private final NumericCells cells;

  JointCells(JointProfile profile, List<FeatureProfile> features, int start) {
    this.profile = profile;
    this.ranks =
        profile.features().stream()
            .map(feature -> new RankScores((NumericProfile) features.get(feature)))
            .toList();
    this.cells = new NumericCells(profile.distance(), start);
  }

  /** Notes the cells that a vector counts in, as {@link FeatureCells#locate} does. */
  int locate(double[] vector, int[] cellsOfDecision, int at) {
    double[] scores = new double[ranks.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = ranks.get(i).of(vector[profile.features().get(i)]);
    }
    return cells.locate(profile.distance(scores), cellsOfDecision, at);
  }

  /** The cells of the distance, as of any number. */
  public NumericCells cells() {
    return cells;
  }

  /** What the distance is made of. */
  public JointProfile profile() {
    return profile;
  }
}
