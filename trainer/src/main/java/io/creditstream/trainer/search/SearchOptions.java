package io.creditstream.trainer.search;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How to search for hyper-parameters.
 *
 * @param budget how long
 * @param journal file that remembers the trials; none if they need not be remembered
 * @param resume whether to go on with the trials of the journal
 */
public record SearchOptions(SearchBudget budget, Optional<Path> journal, boolean resume) {

  /** No search. */
  public static final SearchOptions NONE =
      new SearchOptions(SearchBudget.NONE, Optional.empty(), false);

  public SearchOptions {
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(journal, "journal");
  }
}
