package io.creditstream.simulator.population;

import java.util.List;

/** Enquiries to the credit bureau: missing as a block, and with the bureau data under drift. */
final class EnquiryColumns implements ColumnGroup {
  private static final List<String> COLUMNS =
      List.of(
          "AMT_REQ_CREDIT_BUREAU_HOUR",
          "AMT_REQ_CREDIT_BUREAU_DAY",
          "AMT_REQ_CREDIT_BUREAU_WEEK",
          "AMT_REQ_CREDIT_BUREAU_MON",
          "AMT_REQ_CREDIT_BUREAU_QRT",
          "AMT_REQ_CREDIT_BUREAU_YEAR");

  private final boolean bureauGone;

  EnquiryColumns(boolean bureauGone) {
    this.bureauGone = bureauGone;
  }

  @Override
  public void fill(ClientDraw client, Row row) {
    if (bureauGone || client.missing("AMT_REQ_CREDIT_BUREAU")) {
      return;
    }
    for (String column : COLUMNS) {
      row.set(column, client.level(column));
    }
  }
}
