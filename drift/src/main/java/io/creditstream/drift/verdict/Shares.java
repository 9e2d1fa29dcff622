package io.creditstream.drift.verdict;

/** Checks numbers above 0. */
final class Shares {

  private Shares() {}

  /**
   * Passes a value.
   *
   * @throws IllegalArgumentException naming the key, unless the value is above 0 and not above the
   *     greatest
   */
  static void require(String key, double value, double greatest) {
    if (!(value > 0 && value <= greatest)) {
      throw new IllegalArgumentException(key + " must be above 0 and at most " + greatest);
    }
  }
}
