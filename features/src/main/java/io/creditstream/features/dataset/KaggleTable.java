package io.creditstream.features.dataset;

/** A table of the Kaggle layout, by the name of its file without extension. */
public enum KaggleTable {
  APPLICATION_TRAIN("application_train"),
  APPLICATION_TEST("application_test"),
  BUREAU("bureau"),
  BUREAU_BALANCE("bureau_balance"),
  PREVIOUS_APPLICATION("previous_application"),
  POS_CASH_BALANCE("POS_CASH_balance"),
  CREDIT_CARD_BALANCE("credit_card_balance"),
  INSTALLMENTS_PAYMENTS("installments_payments");

  private final String fileStem;

  KaggleTable(String fileStem) {
    this.fileStem = fileStem;
  }

  /** The name of the file without its extension. */
  public String fileStem() {
    return fileStem;
  }

  /** Whether it holds applications rather than history. */
  public boolean holdsApplications() {
    return this == APPLICATION_TRAIN || this == APPLICATION_TEST;
  }
}
