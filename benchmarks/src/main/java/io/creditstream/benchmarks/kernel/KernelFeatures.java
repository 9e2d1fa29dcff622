package io.creditstream.benchmarks.kernel;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.trainer.matrix.FeatureMatrix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the usual notebook does with the files: the columns of the application with five ratios,
 * texts one column a level, and of each table of history count, minimum, maximum, mean, sum and
 * variance of every number and the share of every level; again for running and closed credits
 * elsewhere and for approved and refused applications.
 */
final class KernelFeatures {

  private static final double NEVER = 365_243;

  private final Path directory;

  KernelFeatures(Path directory) {
    this.directory = directory;
  }

  /** The features of the loans in application_train, in the order of the file. */
  FeatureMatrix matrix() {
    Frame loans = read("application_train");
    double[] clients = loans.column("SK_ID_CURR");
    double[] target = loans.column("TARGET");
    ratios(loans.missing(NEVER, "DAYS_EMPLOYED"));
    List<Map<String, double[]>> parts = new ArrayList<>();
    parts.add(loans.columns());
    if (has("bureau")) {
      Frame bureau = bureau();
      parts.add(bureau.aggregate("SK_ID_CURR", clients, "BURO_").columns());
      split(parts, bureau, "CREDIT_ACTIVE_Active", clients, "ACTIVE_");
      split(parts, bureau, "CREDIT_ACTIVE_Closed", clients, "CLOSED_");
    }
    if (has("previous_application")) {
      Frame previous = previous();
      parts.add(previous.aggregate("SK_ID_CURR", clients, "PREV_").columns());
      split(parts, previous, "NAME_CONTRACT_STATUS_Approved", clients, "APPROVED_");
      split(parts, previous, "NAME_CONTRACT_STATUS_Refused", clients, "REFUSED_");
    }
    for (String table : List.of("POS_CASH_balance", "credit_card_balance")) {
      if (has(table)) {
        parts.add(
            read(table)
                .aggregate("SK_ID_CURR", clients, table.substring(0, 3).toUpperCase(Locale.ROOT))
                .columns());
      }
    }
    if (has("installments_payments")) {
      parts.add(instalments().aggregate("SK_ID_CURR", clients, "INSTAL_").columns());
    }
    return matrix(parts, clients, target);
  }

  private static void ratios(Frame loans) {
    loans
        .number("DAYS_EMPLOYED_PERC", "DAYS_EMPLOYED", "DAYS_BIRTH", (a, b) -> a / b)
        .number("INCOME_CREDIT_PERC", "AMT_INCOME_TOTAL", "AMT_CREDIT", (a, b) -> a / b)
        .number("INCOME_PER_PERSON", "AMT_INCOME_TOTAL", "CNT_FAM_MEMBERS", (a, b) -> a / b)
        .number("ANNUITY_INCOME_PERC", "AMT_ANNUITY", "AMT_INCOME_TOTAL", (a, b) -> a / b)
        .number("PAYMENT_RATE", "AMT_ANNUITY", "AMT_CREDIT", (a, b) -> a / b);
  }

  private Frame bureau() {
    Frame bureau = read("bureau");
    if (has("bureau_balance")) {
      read("bureau_balance")
          .aggregate("SK_ID_BUREAU", bureau.column("SK_ID_BUREAU"), "BALANCE_")
          .columns()
          .forEach(bureau::number);
    }
    return bureau;
  }

  private Frame previous() {
    return read("previous_application")
        .missing(NEVER, "DAYS_")
        .number("APP_CREDIT_PERC", "AMT_APPLICATION", "AMT_CREDIT", (a, b) -> a / b);
  }

  private Frame instalments() {
    return read("installments_payments")
        .number("PAYMENT_PERC", "AMT_PAYMENT", "AMT_INSTALMENT", (a, b) -> a / b)
        .number("PAYMENT_DIFF", "AMT_INSTALMENT", "AMT_PAYMENT", (a, b) -> a - b)
        .number(
            "DPD", "DAYS_ENTRY_PAYMENT", "DAYS_INSTALMENT", (paid, due) -> Math.max(0, paid - due))
        .number(
            "DBD", "DAYS_INSTALMENT", "DAYS_ENTRY_PAYMENT", (due, paid) -> Math.max(0, due - paid));
  }

  private static void split(
      List<Map<String, double[]>> parts,
      Frame frame,
      String flag,
      double[] clients,
      String prefix) {
    if (frame.has(flag)) {
      frame.number(flag, frame.column(flag));
      parts.add(
          frame.where(flag, on -> on == 1).aggregate("SK_ID_CURR", clients, prefix).columns());
    }
  }

  private static FeatureMatrix matrix(
      List<Map<String, double[]>> parts, double[] clients, double[] target) {
    List<FeatureEntry> entries = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    for (Map<String, double[]> part : parts) {
      part.forEach(
          (name, values) -> {
            if (!name.equals("SK_ID_CURR") && !name.equals("TARGET")) {
              entries.add(entry(entries.size() + "_" + name.replaceAll("[^A-Za-z0-9]", "_")));
              columns.add(values);
            }
          });
    }
    boolean[] defaulted = new boolean[target.length];
    for (int row = 0; row < target.length; row++) {
      defaulted[row] = target[row] == 1;
    }
    return new FeatureMatrix(
        new FeatureDictionary(entries),
        Arrays.stream(clients).mapToObj(id -> Long.toString((long) id)).toList(),
        columns.toArray(double[][]::new),
        defaulted);
  }

  private static FeatureEntry entry(String name) {
    return new FeatureEntry(name, FeatureKind.NUMERIC, "files", name, name, true, List.of());
  }

  private boolean has(String table) {
    return Files.exists(directory.resolve(table + ".csv.gz"))
        || Files.exists(directory.resolve(table + ".csv"));
  }

  private Frame read(String table) {
    Path packed = directory.resolve(table + ".csv.gz");
    return Frame.read(Files.exists(packed) ? packed : directory.resolve(table + ".csv"));
  }
}
