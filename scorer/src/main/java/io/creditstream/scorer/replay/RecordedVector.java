package io.creditstream.scorer.replay;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.LoanDecision;
import java.util.List;

/** The features that a decision recorded, and the sources that it had nothing from. */
public final class RecordedVector {

  private final double[] features;
  private final List<String> missingSources;

  RecordedVector(LoanDecision decision) {
    features = features(decision);
    missingSources = decision.getMissingSources();
  }

  /** The vector, NaN where missing. */
  public static double[] features(LoanDecision decision) {
    List<Double> recorded = decision.getFeatures();
    double[] features = new double[recorded.size()];
    for (int i = 0; i < features.length; i++) {
      Double value = recorded.get(i);
      features[i] = value == null ? Double.NaN : value;
    }
    return features;
  }

  /** The agreement of what is the same in everything. */
  int full() {
    return features.length + HistorySource.all().size();
  }

  /** In how many features and sources it is the same, to the last bit. */
  int agreement(double[] other, ClientHistory history) {
    int same = 0;
    for (int i = 0; i < Math.min(features.length, other.length); i++) {
      if (Double.doubleToLongBits(features[i]) == Double.doubleToLongBits(other[i])) {
        same++;
      }
    }
    for (HistorySource<?> source : HistorySource.all()) {
      boolean missing = history.missingSources().contains(source);
      if (missing == missingSources.contains(source.topic().name())) {
        same++;
      }
    }
    return other.length == features.length ? same : -1;
  }
}
