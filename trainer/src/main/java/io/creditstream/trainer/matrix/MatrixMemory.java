package io.creditstream.trainer.matrix;

import io.creditstream.features.dataset.DatasetException;

/** Tells before the work of many minutes whether the heap is large enough for a matrix. */
final class MatrixMemory {

  /** What reading the tables and fitting need beside the matrix. */
  private static final long BESIDE = 1L << 30;

  private static final long MIN_ROWS = 10_000;

  private MatrixMemory() {}

  /**
   * @param heap most bytes that the heap may take
   * @throws DatasetException if the matrix does not fit; it says how large the heap must be
   */
  static void require(long rows, int features, long heap) {
    long matrix = rows * features * Double.BYTES;
    if (rows >= MIN_ROWS && matrix + BESIDE > heap) {
      throw new DatasetException(
          "the %d features of %,d loans take %,d MiB of memory, and reading and fitting 1,024 MiB more, but Java may use %,d MiB only: run with CREDITSTREAM_JAVA_OPTS=-Xmx%dm"
              .formatted(
                  features,
                  rows,
                  matrix >> 20,
                  heap >> 20,
                  (matrix + BESIDE + (512L << 20)) >> 20));
    }
  }
}
