package io.creditstream.advisor.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a sorted list of decisions.
 *
 * @param filter which decisions
 * @param order what they are sorted by
 * @param descending whether the greatest comes first
 * @param after the last line of the page before; null for the first page
 * @param size lines of a page
 */
public record CaseQuery(
    CaseFilter filter, SortOrder order, boolean descending, @Nullable PageKey after, int size) {

  public CaseQuery {
    if (size < 1 || size > 1000) {
      throw new IllegalArgumentException("a page holds 1 to 1000 lines");
    }
  }

  /** The same of some clients alone. */
  public CaseQuery of(Set<String> clients) {
    return new CaseQuery(filter.of(clients), order, descending, after, size);
  }

  /**
   * Place of a line in a sorted list.
   *
   * @param value what it is sorted by: a number, or milliseconds since 1970
   * @param number number of the decision in the store
   */
  public record PageKey(double value, long number) {}
}
