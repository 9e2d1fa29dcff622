package io.creditstream.trainer.fit;

/**
 * Rows to fit a model to.
 *
 * @param rows those of the data, ascending
 * @param synthetic columns of further rows, all of which are defaults; no column if there are none
 * @param defaultWeight weight of a default; a good loan has 1
 * @param shift by how much the treatment raises the log-odds of default: the logarithm of the ratio
 *     of the odds of default after and before it (Elkan, "The Foundations of Cost-Sensitive
 *     Learning", 2001)
 */
public record TreatedRows(int[] rows, double[][] synthetic, double defaultWeight, double shift) {

  /** Rows as they are. */
  public static TreatedRows plain(int[] rows) {
    return new TreatedRows(rows, new double[0][], 1, 0);
  }

  int syntheticRows() {
    return synthetic.length == 0 ? 0 : synthetic[0].length;
  }

  /** Says how many there are. */
  @Override
  public String toString() {
    return "TreatedRows[" + rows.length + " rows, " + syntheticRows() + " synthetic]";
  }
}
