package io.creditstream.advisor.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something about an application that a client can change: the loan, never the person. Amounts that
 * belong together change together.
 */
public enum Lever {
  /** A smaller loan for less: amount, repayment and price shrink in proportion. */
  SMALLER_LOAN(List.of("amtCredit", "amtAnnuity", "amtGoodsPrice")),
  /** The same purchase with more own money: amount and repayment shrink, the price stays. */
  OWN_MONEY(List.of("amtCredit", "amtAnnuity")),
  /** The same loan over a longer time: the repayment shrinks. */
  LONGER_TERM(List.of("amtAnnuity"));

  private static final double CENT = 100;

  private final List<String> fields;

  Lever(List<String> fields) {
    this.fields = fields;
  }

  /** Fields of the application that it changes. */
  public List<String> fields() {
    return fields;
  }

  /** Whether the application has something to change. */
  boolean applies(ObjectNode application) {
    return application.path(fields.get(0)).isNumber();
  }

  /** The application with the fields made smaller by a share, 0..1. */
  public ObjectNode apply(ObjectNode application, double less) {
    ObjectNode changed = application.deepCopy();
    for (String field : fields) {
      JsonNode value = application.path(field);
      if (value.isNumber()) {
        changed.put(field, Math.round(value.doubleValue() * (1 - less) * CENT) / CENT);
      }
    }
    return changed;
  }
}
