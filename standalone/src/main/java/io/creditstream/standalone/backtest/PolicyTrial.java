package io.creditstream.standalone.backtest;

import io.creditstream.features.bundle.Policy;
import io.creditstream.features.bundle.PolicyDecider;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.replay.RecordedVector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Decides recorded applications by another policy: from the recorded features and probability. */
public final class PolicyTrial {

  private static final FeatureDictionary NO_FEATURES = new FeatureDictionary(List.of());

  private final Policy policy;
  private final Function<String, Optional<FeatureDictionary>> dictionaries;
  private final Map<String, Optional<Bound>> byModel = new HashMap<>();

  private record Bound(FeatureDictionary dictionary, PolicyDecider decider) {}

  /**
   * @param dictionaries features of a model by the SHA-256 of its text; empty where it is not known
   */
  public PolicyTrial(Policy policy, Function<String, Optional<FeatureDictionary>> dictionaries) {
    this.policy = policy;
    this.dictionaries = dictionaries;
  }

  /** Whether it asks for the application itself: its rules may look at any column. */
  public boolean needsApplications() {
    return !policy.rules().isEmpty();
  }

  /**
   * What the policy makes of a decision.
   *
   * @param application the application that was decided; need not be there without rules
   * @return empty where the application or the features of the model are not known, but needed
   * @throws IllegalArgumentException if a rule does not fit the features of the model
   */
  public Optional<PolicyDecider.Verdict> of(
      LoanDecision decision, Optional<LoanApplication> application) {
    if (needsApplications() && application.isEmpty()) {
      return Optional.empty();
    }
    double[] features = RecordedVector.features(decision);
    return byModel
        .computeIfAbsent(decision.getModelSha256(), this::bind)
        .filter(bound -> bound.dictionary() == NO_FEATURES || fits(bound, features))
        .map(
            bound ->
                bound
                    .decider()
                    .decide(
                        decision.getProbabilityOfDefault(),
                        application.orElseGet(LoanApplication::new),
                        features,
                        decision.getMissingSources()));
  }

  private static boolean fits(Bound bound, double[] features) {
    return bound.dictionary().size() == features.length;
  }

  private Optional<Bound> bind(String modelSha256) {
    if (!needsApplications()) {
      return Optional.of(bind(NO_FEATURES));
    }
    Optional<FeatureDictionary> known = dictionaries.apply(modelSha256);
    return known.isPresent() ? known.map(this::bind) : withoutFeatures();
  }

  /** Rules that look at columns of the application alone need no model. */
  private Optional<Bound> withoutFeatures() {
    try {
      return Optional.of(bind(NO_FEATURES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Bound bind(FeatureDictionary dictionary) {
    return new Bound(dictionary, PolicyDecider.of(policy, dictionary));
  }
}
