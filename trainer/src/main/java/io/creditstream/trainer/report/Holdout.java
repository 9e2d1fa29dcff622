package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Sha256;
import io.creditstream.trainer.result.OutOfFold;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Out-of-fold predictions that travel with a model, so that it can be compared with its successor
 * on the same loans.
 *
 * @param loans in ascending order of the pseudonym
 */
public record Holdout(List<Loan> loans) {

  /** File name among the documents of a bundle. */
  public static final String NAME = "holdout.csv";

  /** More loans are left out: those of the greatest pseudonyms. */
  static final int MAX_LOANS = 50_000;

  private static final String HEADER = "pseudonym,fold,defaulted,probability";
  private static final int PSEUDONYM_DIGITS = 16;

  public Holdout {
    loans = List.copyOf(loans);
  }

  /**
   * One loan.
   *
   * @param pseudonym the first 16 hexadecimal digits of the SHA-256 of the client id; whoever knows
   *     an id can tell its pseudonym
   * @param fold fold that it was predicted in
   * @param defaulted its outcome
   * @param probability of default, by a model that was fitted without it
   */
  public record Loan(String pseudonym, int fold, boolean defaulted, double probability) {

    /** Names nobody. */
    @Override
    public String toString() {
      return "Loan[fold=" + fold + "]";
    }
  }

  static Holdout of(OutOfFold predictions) {
    return new Holdout(
        IntStream.range(0, predictions.clientIds().size())
            .mapToObj(
                i ->
                    new Loan(
                        pseudonym(predictions.clientIds().get(i)),
                        predictions.folds()[i],
                        predictions.defaulted()[i],
                        predictions.probabilities()[i]))
            .sorted(Comparator.comparing(Loan::pseudonym))
            .limit(MAX_LOANS)
            .toList());
  }

  /** What stands for a client in the file. */
  public static String pseudonym(String clientId) {
    return Sha256.hex(clientId.getBytes(UTF_8)).substring(0, PSEUDONYM_DIGITS);
  }

  String csv() {
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (Loan loan : loans) {
      csv.append(loan.pseudonym())
          .append(',')
          .append(loan.fold())
          .append(',')
          .append(loan.defaulted() ? 1 : 0)
          .append(',')
          .append(loan.probability())
          .append('\n');
    }
    return csv.toString();
  }

  /**
   * Reads what {@link #csv} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Holdout parse(String csv) {
    List<String> lines = csv.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new IllegalArgumentException(NAME + " does not begin with " + HEADER);
    }
    return new Holdout(
        IntStream.range(1, lines.size()).mapToObj(i -> loan(lines.get(i), i + 1)).toList());
  }

  private static Loan loan(String line, int number) {
    String[] cells = line.split(",", -1);
    try {
      if (cells.length == 4 && (cells[2].equals("0") || cells[2].equals("1"))) {
        double probability = Double.parseDouble(cells[3]);
        if (probability >= 0 && probability <= 1) {
          return new Loan(cells[0], Integer.parseInt(cells[1]), cells[2].equals("1"), probability);
        }
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(NAME + " line " + number + " is malformed", e);
    }
    throw new IllegalArgumentException(NAME + " line " + number + " is malformed");
  }
}
