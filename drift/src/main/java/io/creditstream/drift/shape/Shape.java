package io.creditstream.drift.shape;

import java.util.List;

/**
 * Two distributions side by side, to be drawn. The arrays must not be changed.
 *
 * @param labels what each bar stands for
 * @param reference rows of the reference a bar
 * @param current rows of what is compared with it a bar
 */
public record Shape(List<String> labels, long[] reference, long[] current) {

  public Shape {
    labels = List.copyOf(labels);
    if (reference.length != labels.size() || current.length != labels.size()) {
      throw new IllegalArgumentException("every bar needs a label and two counts");
    }
  }
}
