package io.creditstream.simulator.population;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The files of the Kaggle layout, with the header of each in column order. */
public enum KaggleTable {
  APPLICATION_TRAIN("application_train"),
  APPLICATION_TEST("application_test"),
  BUREAU("bureau"),
  BUREAU_BALANCE("bureau_balance"),
  PREVIOUS_APPLICATION("previous_application"),
  POS_CASH_BALANCE("POS_CASH_balance"),
  CREDIT_CARD_BALANCE("credit_card_balance"),
  INSTALLMENTS_PAYMENTS("installments_payments");

  private static final String HEADERS = "kaggle-headers.properties";

  private final String fileName;
  private final List<String> columns;

  KaggleTable(String baseName) {
    this.fileName = baseName + ".csv";
    this.columns = List.of(Headers.ALL.getProperty(baseName).split(","));
  }

  /** The name of the file, uncompressed: {@code bureau.csv}. */
  public String fileName() {
    return fileName;
  }

  /** The header, in the order of the file. */
  public List<String> columns() {
    return columns;
  }

  /** Position of a column in a row of this table. */
  public int column(String name) {
    int position = columns.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException(fileName + " has no column " + name);
    }
    return position;
  }

  private static final class Headers {
    static final Properties ALL = load();

    private static Properties load() {
      Properties headers = new Properties();
      try (InputStream in =
          Objects.requireNonNull(KaggleTable.class.getResourceAsStream(HEADERS), HEADERS)) {
        headers.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return headers;
    }
  }
}
