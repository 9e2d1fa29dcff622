package io.creditstream.trainer.search;

import java.time.Duration;
import java.util.Map;

/** How long to search. */
public sealed interface SearchBudget {

  /** Name of the option that gives a time. */
  String TIME = "budget";

  /** How it is asked for: the value by the name of the option. */
  Map<String, String> settings();

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

    @Override
    public Map<String, String> settings() {
      return Map.of("trials", Integer.toString(count));
    }
  }

  /** A time, after which no further round begins: a faster machine tries more. */
  record Time(Duration limit) implements SearchBudget {
    public Time {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("the time to search must be above 0");
      }
    }

    @Override
    public Map<String, String> settings() {
      return Map.of(TIME, limit.toString());
    }
  }
}
