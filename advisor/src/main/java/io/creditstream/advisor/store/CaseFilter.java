package io.creditstream.advisor.store;

import io.creditstream.schemas.DecisionOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which decisions are meant; empty parts ask nothing.
 *
 * @param id application or client, whole or its beginning
 * @param income yearly income
 * @param age age in whole years at the application
 * @param risk probability of default, 0..1
 * @param traits descriptive values that must equal
 * @param outcome what was decided
 * @param decided when it was decided
 * @param clients only of these clients; empty for all
 */
public record CaseFilter(
    String id,
    Range income,
    Range age,
    Range risk,
    Map<Trait, String> traits,
    Optional<DecisionOutcome> outcome,
    Period decided,
    Optional<Set<String>> clients) {

  /** All decisions. */
  public static final CaseFilter ALL =
      new CaseFilter(
          "",
          Range.ALL,
          Range.ALL,
          Range.ALL,
          Map.of(),
          Optional.empty(),
          Period.ALL,
          Optional.empty());

  public CaseFilter {
    traits = Map.copyOf(traits);
  }

  /** The same of some clients alone. */
  public CaseFilter of(Set<String> some) {
    return new CaseFilter(
        id, income, age, risk, traits, outcome, decided, Optional.of(Set.copyOf(some)));
  }

  /** Whether it leaves nothing out. */
  public boolean isAll() {
    return equals(ALL);
  }
}
