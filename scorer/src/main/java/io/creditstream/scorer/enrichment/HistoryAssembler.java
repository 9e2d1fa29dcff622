package io.creditstream.scorer.enrichment;

import io.creditstream.features.history.ClientHistory;
import io.creditstream.features.history.HistorySource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;

/** Puts the history of a client together from the pages of all sources. */
public final class HistoryAssembler {

  private final Map<HistorySource<?>, SourcePages<?>> pages;

  /** Over the pages of every source. */
  public HistoryAssembler(Map<HistorySource<?>, SourcePages<?>> pages) {
    this.pages = Map.copyOf(pages);
    String missing =
        HistorySource.all().stream()
            .filter(source -> !pages.containsKey(source))
            .map(HistorySource::toString)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("no pages for " + missing);
    }
  }

  /** The history that the pages hold. */
  public ClientHistory assemble(PageLookup lookup) {
    return new ClientHistory(
        records(HistorySource.BUREAU_CREDITS, lookup),
        records(HistorySource.PREVIOUS_APPLICATIONS, lookup),
        records(HistorySource.POS_CASH_BALANCES, lookup),
        records(HistorySource.CARD_BALANCES, lookup),
        records(HistorySource.INSTALLMENT_PAYMENTS, lookup));
  }

  /** The pages of a source. */
  @SuppressWarnings("unchecked") // Each source is the key of pages of its own type.
  public <R extends SpecificRecordBase> SourcePages<R> pages(HistorySource<R> source) {
    return (SourcePages<R>) Objects.requireNonNull(pages.get(source));
  }

  private <R extends SpecificRecordBase> List<R> records(
      HistorySource<R> source, PageLookup lookup) {
    return pages(source).records(lookup.page(source));
  }
}
