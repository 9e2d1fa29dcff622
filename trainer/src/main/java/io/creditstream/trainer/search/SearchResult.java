package io.creditstream.trainer.search;

import io.creditstream.trainer.fit.BoostingParameters;
import io.creditstream.trainer.result.Trial;
import java.util.List;

/**
 * What a search found.
 *
 * @param best the parameters to use
 * @param trials in the order of trying
 */
public record SearchResult(BoostingParameters best, List<Trial> trials) {

  public SearchResult {
    trials = List.copyOf(trials);
  }
}
