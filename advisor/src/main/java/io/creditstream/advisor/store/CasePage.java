package io.creditstream.advisor.store;

import io.creditstream.advisor.store.CaseQuery.PageKey;
import java.util.List;
import java.util.Optional;

/**
 * A page of a sorted list.
 *
 * @param lines its lines
 * @param total how many decisions the filter leaves
 * @param next what the next page comes after; empty on the last page
 */
public record CasePage(List<CaseLine> lines, long total, Optional<PageKey> next) {

  public CasePage {
    lines = List.copyOf(lines);
  }
}
