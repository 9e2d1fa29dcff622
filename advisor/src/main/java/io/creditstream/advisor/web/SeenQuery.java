package io.creditstream.advisor.web;

import io.creditstream.advisor.security.Sight;
import io.creditstream.advisor.store.CaseQuery;
import java.util.Set;

/** Leaves of a query what a reader may see. */
final class SeenQuery {

  private SeenQuery() {}

  static CaseQuery of(CaseQuery query, Sight sight) {
    if (sight instanceof Sight.Everybody) {
      return query;
    }
    return query.of(sight instanceof Sight.Assigned assigned ? assigned.clients() : Set.of());
  }
}
