package io.creditstream.features.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.creditstream.features.history.HistorySource;
import io.creditstream.features.rules.KnockOutRule;
import io.creditstream.schemas.DecisionOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a probability of default into a decision, with hard rules beside it; {@link PolicyDecider}
 * puts both together.
 *
 * @param version version of the policy
 * @param referFrom probability from which a person decides, 0..1, at most {@code declineFrom}
 * @param declineFrom probability from which an application is declined, 0..1
 * @param requiredSources topics of history without which an application is at least referred
 * @param rules rules by name, names distinct
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Policy(
    String version,
    double referFrom,
    double declineFrom,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> requiredSources,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<KnockOutRule> rules) {

  public Policy {
    if (version == null || version.isBlank()) {
      throw new IllegalArgumentException("policy needs a version");
    }
    if (!(referFrom >= 0 && referFrom <= declineFrom && declineFrom <= 1)) {
      throw new IllegalArgumentException("policy needs 0 <= referFrom <= declineFrom <= 1");
    }
    requiredSources = List.copyOf(requiredSources);
    rules = List.copyOf(rules);
    requiredSources.forEach(Policy::requireSource);
    Set<String> names = new HashSet<>();
    for (KnockOutRule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("policy has two rules called " + rule.name());
      }
    }
  }

  /** A policy without rules. */
  public Policy(String version, double referFrom, double declineFrom) {
    this(version, referFrom, declineFrom, List.of(), List.of());
  }

  /** What the probability alone says. */
  public DecisionOutcome decide(double probabilityOfDefault) {
    if (probabilityOfDefault >= declineFrom) {
      return DecisionOutcome.DECLINED;
    }
    return probabilityOfDefault >= referFrom ? DecisionOutcome.REFERRED : DecisionOutcome.APPROVED;
  }

  private static void requireSource(String topic) {
    if (HistorySource.all().stream().noneMatch(source -> source.topic().name().equals(topic))) {
      throw new IllegalArgumentException(
          "policy requires %s, which is none of %s".formatted(topic, HistorySource.all()));
    }
  }
}
