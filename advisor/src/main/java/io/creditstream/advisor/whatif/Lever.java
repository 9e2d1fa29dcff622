package io.creditstream.advisor.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Something about an application that a client can change: the loan, never the person. Amounts that
 * belong together change together, by the share of the first of them.
 */
public enum Lever {
  /** A smaller loan for less: amount, repayment and price shrink in proportion. */
  SMALLER_LOAN(List.of("amtCredit", "amtAnnuity", "amtGoodsPrice")),
  /** The same purchase with more own money: amount and repayment shrink, the price stays. */
  OWN_MONEY(List.of("amtCredit", "amtAnnuity")),
  /** The same loan over a longer time: the repayment shrinks. */
  LONGER_TERM(List.of("amtAnnuity"));

  private static final double MOST = 0.5;

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

  /** How many steps it can be moved, one unit of its first amount each, down to half of it. */
  int steps(ObjectNode application) {
    double amount = amount(application);
    double unit = RoundAmount.unit(amount);
    return (int) Math.max(0, Math.ceil(amount / unit) - Math.ceil(amount * MOST / unit));
  }

  /**
   * The share of its first amount that is left after a step, 0.5..1.
   *
   * @param step from 1 to {@link #steps}
   */
  double left(ObjectNode application, int step) {
    double amount = amount(application);
    double unit = RoundAmount.unit(amount);
    return (Math.ceil(amount / unit) - step) * unit / amount;
  }

  /** The application with a share of each amount left, all of them rounded as people say them. */
  ObjectNode apply(ObjectNode application, double left) {
    ObjectNode changed = application.deepCopy();
    for (String field : fields) {
      JsonNode value = application.path(field);
      if (value.isNumber()) {
        changed.put(field, RoundAmount.share(value.doubleValue(), left));
      }
    }
    return changed;
  }

  private double amount(ObjectNode application) {
    return application.path(fields.get(0)).doubleValue();
  }
}
