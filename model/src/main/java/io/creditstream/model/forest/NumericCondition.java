package io.creditstream.model.forest;

import java.util.Objects;

/**
 * Left if the value is at most the threshold; a missing value goes to the side of its own.
 *
 * @param threshold not NaN
 * @param missing what counts as missing
 * @param missingLeft whether missing values go left
 */
public record NumericCondition(double threshold, Missing missing, boolean missingLeft)
    implements Condition {

  public NumericCondition {
    Objects.requireNonNull(missing, "missing");
    if (Double.isNaN(threshold)) {
      throw new MalformedForestException("a threshold is not a number");
    }
  }

  @Override
  public boolean goesLeft(double value) {
    double present = missing == Missing.NAN || !Double.isNaN(value) ? Zero.flush(value) : 0;
    boolean isMissing = missing == Missing.NONE ? false : isMissing(present);
    return isMissing ? missingLeft : present <= threshold;
  }

  private boolean isMissing(double value) {
    return missing == Missing.ZERO ? Zero.is(value) : Double.isNaN(value);
  }
}
