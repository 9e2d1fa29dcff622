package io.creditstream.trainer.tracking;

/**
 * A figure of a run.
 *
 * @param name of letters, digits and any of {@code _ - . / space}; others become underscores
 * @param value finite
 * @param step its place in a series, 0 for a single figure
 */
public record Metric(String name, double value, long step) {

  public Metric {
    name = Names.clean(name);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("metric " + name + " is no finite number");
    }
  }
}
