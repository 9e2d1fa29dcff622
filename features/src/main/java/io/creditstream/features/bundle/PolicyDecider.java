package io.creditstream.features.bundle;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.features.rules.RuleBook;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A policy bound to the features of a model: the score decides by its bands, then the rules, and of
 * all that they say the strictest holds. Safe for use by many threads.
 */
public final class PolicyDecider {

  /** Before the topic of a required source that is missing: the name of that rule. */
  public static final String MISSING_SOURCE = "missing-source:";

  private final Policy policy;
  private final RuleBook rules;

  private PolicyDecider(Policy policy, RuleBook rules) {
    this.policy = policy;
    this.rules = rules;
  }

  /**
   * Binds a policy to the features of a model.
   *
   * @throws IllegalArgumentException if a rule does not fit them
   */
  public static PolicyDecider of(Policy policy, FeatureDictionary dictionary) {
    return new PolicyDecider(policy, RuleBook.of(policy.rules(), dictionary));
  }

  public Policy policy() {
    return policy;
  }

  /**
   * A decision.
   *
   * @param outcome the strictest outcome
   * @param rules names of the rules that call for this outcome whatever the score; empty where the
   *     score alone does
   */
  public record Verdict(DecisionOutcome outcome, List<String> rules) {

    public Verdict {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Decides about an application.
   *
   * @param features its vector in the order of the dictionary
   * @param missingSources topics of history that hold nothing about the client
   */
  public Verdict decide(
      double probabilityOfDefault,
      LoanApplication application,
      double[] features,
      Collection<String> missingSources) {
    List<KnockOutRule> holding = rules.holding(application, features);
    List<String> missing =
        policy.requiredSources().stream().filter(missingSources::contains).toList();
    DecisionOutcome outcome = policy.decide(probabilityOfDefault);
    if (!missing.isEmpty()) {
      outcome = RuleBook.stricter(outcome, DecisionOutcome.REFERRED);
    }
    for (KnockOutRule rule : holding) {
      outcome = RuleBook.stricter(outcome, rule.outcome());
    }
    return new Verdict(outcome, names(outcome, missing, holding));
  }

  private static List<String> names(
      DecisionOutcome outcome, List<String> missing, List<KnockOutRule> holding) {
    List<String> names = new ArrayList<>();
    if (outcome == DecisionOutcome.REFERRED) {
      missing.forEach(topic -> names.add(MISSING_SOURCE + topic));
    }
    for (KnockOutRule rule : holding) {
      if (rule.outcome() == outcome) {
        names.add(rule.name());
      }
    }
    return names;
  }
}
