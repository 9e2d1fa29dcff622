package io.creditstream.features.dataset;

import io.creditstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** A table of the Kaggle layout: the name of its file and its header as it was published. */
public enum KaggleTable {
  APPLICATION_TRAIN("application_train", Topics.APPLICATIONS.name()),
  APPLICATION_TEST("application_test", Topics.APPLICATIONS.name()),
  BUREAU("bureau", Topics.BUREAU_CREDITS.name()),
  BUREAU_BALANCE("bureau_balance", Topics.BUREAU_CREDITS.name()),
  PREVIOUS_APPLICATION("previous_application", Topics.PREVIOUS_APPLICATIONS.name()),
  POS_CASH_BALANCE("POS_CASH_balance", Topics.POS_CASH_BALANCES.name()),
  CREDIT_CARD_BALANCE("credit_card_balance", Topics.CARD_BALANCES.name()),
  INSTALLMENTS_PAYMENTS("installments_payments", Topics.INSTALLMENT_PAYMENTS.name());

  private final String fileStem;
  private final String topic;
  private final List<String> columns;

  KaggleTable(String fileStem, String topic) {
    this.fileStem = fileStem;
    this.topic = topic;
    this.columns = List.of(Headers.ALL.getProperty(fileStem).split(","));
  }

  /** The name of the file without its extension. */
  public String fileStem() {
    return fileStem;
  }

  /** The name of the file, not packed: {@code bureau.csv}. */
  public String fileName() {
    return fileStem + ".csv";
  }

  /** The topic of the events that its rows are, or are part of. */
  public String topic() {
    return topic;
  }

  /** The header as it was published, in the order of the file. */
  public List<String> columns() {
    return columns;
  }

  /** The place of a column in that header. */
  public int column(String name) {
    int position = columns.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException(fileName() + " has no column " + name);
    }
    return position;
  }

  /** Whether it holds applications rather than history. */
  public boolean holdsApplications() {
    return this == APPLICATION_TRAIN || this == APPLICATION_TEST;
  }

  private static final class Headers {
    private static final String FILE = "kaggle-headers.properties";
    private static final Properties ALL = load();

    private static Properties load() {
      Properties headers = new Properties();
      try (InputStream in =
          Objects.requireNonNull(KaggleTable.class.getResourceAsStream(FILE), FILE)) {
        headers.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return headers;
    }
  }
}
