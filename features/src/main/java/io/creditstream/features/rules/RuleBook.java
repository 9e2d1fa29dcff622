package io.creditstream.features.rules;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.List;

/** Knock-out rules bound to the features of a model. Safe for use by many threads. */
public final class RuleBook {

  private final List<BoundRule> rules;

  private RuleBook(List<BoundRule> rules) {
    this.rules = rules;
  }

  /**
   * Binds rules to the features of a model.
   *
   * @throws IllegalArgumentException if a rule looks at what is neither a feature nor a column of
   *     the application, or compares it with a value that it can never have
   */
  public static RuleBook of(List<KnockOutRule> rules, FeatureDictionary dictionary) {
    List<BoundRule> bound = new ArrayList<>(rules.size());
    for (KnockOutRule rule : rules) {
      bound.add(new BoundRule(rule, Conditions.bind(rule, dictionary)));
    }
    return new RuleBook(List.copyOf(bound));
  }

  /**
   * The rules that hold, in the order of the policy.
   *
   * @param features the vector of the application in the order of the dictionary
   */
  public List<KnockOutRule> holding(LoanApplication application, double[] features) {
    if (rules.isEmpty()) {
      return List.of();
    }
    List<KnockOutRule> holding = new ArrayList<>(rules.size());
    for (BoundRule rule : rules) {
      if (rule.condition().holds(application, features)) {
        holding.add(rule.rule());
      }
    }
    return holding;
  }

  /** The stricter of two outcomes: DECLINED before REFERRED before APPROVED. */
  public static DecisionOutcome stricter(DecisionOutcome one, DecisionOutcome other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private record BoundRule(KnockOutRule rule, Condition condition) {}
}
