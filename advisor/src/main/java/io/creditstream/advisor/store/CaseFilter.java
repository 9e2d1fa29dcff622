package io.creditstream.advisor.store;

import io.creditstream.schemas.DecisionOutcome;
import java.util.Map;
import java.util.Optional;

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
 */
public record CaseFilter(
    String id,
    Range income,
    Range age,
    Range risk,
    Map<Trait, String> traits,
    Optional<DecisionOutcome> outcome,
    Period decided) {

  /** All decisions. */
  public static final CaseFilter ALL =
      new CaseFilter("", Range.ALL, Range.ALL, Range.ALL, Map.of(), Optional.empty(), Period.ALL);

  public CaseFilter {
    traits = Map.copyOf(traits);
  }

  /** Whether it leaves nothing out. */
  public boolean isAll() {
    return equals(ALL);
  }
}
