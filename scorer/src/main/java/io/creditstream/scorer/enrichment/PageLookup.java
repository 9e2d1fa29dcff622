package io.creditstream.scorer.enrichment;

import io.creditstream.features.history.HistorySource;
import org.jspecify.annotations.Nullable;

/** Gives the pages of one client. */
@FunctionalInterface
public interface PageLookup {

  /** The bytes of the page of a source; null where there is none. */
  byte @Nullable [] page(HistorySource<?> source);
}
