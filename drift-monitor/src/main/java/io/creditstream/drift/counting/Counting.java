package io.creditstream.drift.counting;

import java.util.Optional;

/**
 * What came of counting a record.
 *
 * @param addition what it adds; empty for nothing
 * @param matched whether what it belongs to was known: the application of a decision, the decision
 *     of an outcome or of a challenger
 * @param correction whether it corrects what was counted before
 */
public record Counting(Optional<Addition> addition, boolean matched, boolean correction) {

  /** Of what is known already. */
  static Counting repeat() {
    return new Counting(Optional.empty(), true, false);
  }

  /** Of a record that nothing was counted of before. */
  static Counting first(Optional<Addition> addition, boolean matched) {
    return new Counting(addition, matched, false);
  }

  /** The same of a record that corrects another one. */
  Counting asCorrection() {
    return new Counting(addition, matched, addition.isPresent());
  }
}
