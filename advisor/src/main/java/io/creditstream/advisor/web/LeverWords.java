package io.creditstream.advisor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.advisor.whatif.Suggestions.Change;
import io.creditstream.advisor.wording.Wording;

/** Tells a change of a loan by its amounts. */
final class LeverWords {

  private static final String CREDIT = "amtCredit";
  private static final String REPAYMENT = "amtAnnuity";
  private static final String PRICE = "amtGoodsPrice";
  private static final int MONTHS = 12;

  private final Wording wording;

  LeverWords(Wording wording) {
    this.wording = wording;
  }

  /** Such as "Borrow 80,000 instead of 100,000 …". */
  String of(Change change) {
    ObjectNode before = change.before();
    ObjectNode after = change.after();
    return wording
        .messages()
        .text(
            "lever." + change.lever().name(),
            amount(before, CREDIT),
            amount(after, CREDIT),
            amount(before, REPAYMENT),
            amount(after, REPAYMENT),
            amount(after, PRICE),
            longer(before, after));
  }

  private String amount(ObjectNode application, String field) {
    return application.path(field).isNumber()
        ? wording.formats().number(application.path(field).doubleValue(), 0)
        : wording.messages().text("value.missing");
  }

  /** The time that the amount takes to be repaid, without interest, as the model counts it. */
  private String longer(ObjectNode before, ObjectNode after) {
    long months = Math.round(months(after) - months(before));
    return wording.counted("lever.months", months, wording.formats().whole(months));
  }

  private static double months(ObjectNode application) {
    double repayment = application.path(REPAYMENT).doubleValue();
    return repayment > 0 ? MONTHS * application.path(CREDIT).doubleValue() / repayment : 0;
  }
}
