package io.creditstream.trainer.matrix;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws rows at random without replacement. */
public final class RowSample {

  private RowSample() {}

  /** Indices of a sample in ascending order; all rows if there are no more. */
  public static int[] of(int rows, int size, long seed) {
    int[] indices = IntStream.range(0, rows).toArray();
    if (size >= rows) {
      return indices;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(rows - i);
      int drawn = indices[other];
      indices[other] = indices[i];
      indices[i] = drawn;
    }
    int[] sample = Arrays.copyOf(indices, size);
    Arrays.sort(sample);
    return sample;
  }
}
