package io.creditstream.model.forest;

/**
 * Where a row ends.
 *
 * @param value what it adds to the raw score
 * @param count training rows that ended here
 */
public record Leaf(double value, long count) {

  public Leaf {
    if (!Double.isFinite(value)) {
      throw new MalformedForestException("the value of a leaf is not finite");
    }
  }
}
