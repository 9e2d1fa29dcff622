package io.creditstream.advisor.explain;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.schemas.LoanDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a score is what it is: base value, contributions that may be shown, the heaviest first, and
 * the sum of the others. Base value and all contributions add up to the raw score.
 *
 * @param baseValue average raw score, in log-odds
 * @param rawScore the score, in log-odds
 * @param shown contributions of features that may be shown, heaviest first
 * @param hidden sum of the contributions of features that may not be shown
 * @param hiddenFeatures how many of those there are
 */
public record Interpretation(
    double baseValue,
    double rawScore,
    List<Contribution> shown,
    double hidden,
    int hiddenFeatures) {

  public Interpretation {
    shown = List.copyOf(shown);
  }

  /**
   * The interpretation of a decision.
   *
   * @return empty where the decision was not explained or does not fit the dictionary
   */
  public static Optional<Interpretation> of(LoanDecision decision, FeatureDictionary dictionary) {
    List<Double> contributions = decision.getContributions();
    if (contributions.size() != dictionary.size()
        || decision.getFeatures().size() != dictionary.size()) {
      return Optional.empty();
    }
    List<Contribution> shown = new ArrayList<>();
    double hidden = 0;
    int hiddenFeatures = 0;
    for (int i = 0; i < dictionary.size(); i++) {
      FeatureEntry feature = dictionary.get(i);
      if (feature.showable()) {
        Double value = decision.getFeatures().get(i);
        shown.add(
            new Contribution(feature, value == null ? Double.NaN : value, contributions.get(i)));
      } else {
        hidden += contributions.get(i);
        hiddenFeatures++;
      }
    }
    shown.sort(Comparator.comparingDouble(one -> -Math.abs(one.logOdds())));
    return Optional.of(
        new Interpretation(
            decision.getBaseValue(), decision.getRawScore(), shown, hidden, hiddenFeatures));
  }

  /** What raised the risk, each subject once, the heaviest first. */
  public List<Argument> raising(int most) {
    return Argument.of(shown).stream().filter(one -> one.logOdds() > 0).limit(most).toList();
  }

  /** What lowered the risk, each subject once, the heaviest first. */
  public List<Argument> lowering(int most) {
    return Argument.of(shown).stream().filter(one -> one.logOdds() < 0).limit(most).toList();
  }
}
