package io.creditstream.trainer.search;

import java.time.Duration;

/** How long to search. */
public sealed interface SearchBudget {

  /** Does not search at all: the standard parameters are used. */
  SearchBudget NONE = new Trials(0);

  /**
   * A number of trials, the standard parameters among them: gives the same result on any machine.
   */
  record Trials(int count) implements SearchBudget {
    public Trials {
      if (count < 0) {
        throw new IllegalArgumentException("the number of trials must be at least 0");
      }
    }
  }

  /** A time, after which no further round begins: a faster machine tries more. */
  record Time(Duration limit) implements SearchBudget {
    public Time {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("the time to search must be above 0");
      }
    }
  }
}
