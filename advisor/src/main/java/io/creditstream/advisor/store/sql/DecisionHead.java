package io.creditstream.advisor.store.sql;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.service.json.EventJson;
import java.util.List;

/** A decision without its vectors, which are kept apart as they are. */
public final class DecisionHead {

  private DecisionHead() {}

  /** All but the vectors, as JSON. */
  public static String json(LoanDecision decision) {
    LoanDecision head = new LoanDecision();
    decision
        .getSchema()
        .getFields()
        .forEach(field -> head.put(field.pos(), decision.get(field.pos())));
    head.setFeatures(List.of());
    head.setContributions(List.of());
    return EventJson.line(head);
  }
}
