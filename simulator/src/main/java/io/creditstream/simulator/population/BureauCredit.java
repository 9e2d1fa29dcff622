package io.creditstream.simulator.population;

import org.jspecify.annotations.Nullable;

/**
 * A credit at another lender, as far as its monthly balance depends on it.
 *
 * @param id SK_ID_BUREAU
 * @param startDay DAYS_CREDIT, at most 0
 * @param endDay DAYS_ENDDATE_FACT of a closed credit
 */
record BureauCredit(String id, int startDay, @Nullable Integer endDay) {
  boolean closed() {
    return endDay != null;
  }
}
