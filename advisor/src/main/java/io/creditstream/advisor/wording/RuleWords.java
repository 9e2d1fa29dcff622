package io.creditstream.advisor.wording;

import io.creditstream.features.bundle.PolicyDecider;

/** Says which rule of a policy decided. */
public final class RuleWords {

  private final Messages messages;

  public RuleWords(Messages messages) {
    this.messages = messages;
  }

  /** A sentence about a rule as a decision names it. */
  public String of(String rule) {
    String prefix = PolicyDecider.MISSING_SOURCE;
    if (rule.startsWith(prefix)) {
      String topic = rule.substring(prefix.length());
      return messages.text("rule.missing", messages.textOr("source." + topic, topic));
    }
    return messages.text("rule", rule.replace('-', ' '));
  }
}
