package io.creditstream.benchmarks.report;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes large CSV files of columns such as feature matrices have: measures of many digits, counts,
 * mostly missing and mostly zero ones, flags, categories. Cells are drawn from values that are made
 * before, so that writing takes seconds.
 */
final class DrawnFile {

  private static final int VALUES = 1 << 16;
  private static final int KINDS = 10;

  private final int columns;
  private final List<byte[][]> kinds = new ArrayList<>();
  private final byte[][] moved;

  DrawnFile(int columns) {
    this.columns = columns;
    SplittableRandom random = new SplittableRandom(1);
    for (int kind = 0; kind < KINDS; kind++) {
      kinds.add(values(kind, random, 0));
    }
    this.moved = values(0, random, 0.3);
  }

  private static byte[][] values(int kind, SplittableRandom random, double shift) {
    byte[][] values = new byte[VALUES][];
    for (int i = 0; i < VALUES; i++) {
      values[i] = (value(kind, random, shift) + ",").getBytes(US_ASCII);
    }
    return values;
  }

  private static String value(int kind, SplittableRandom random, double shift) {
    double gaussian = random.nextGaussian() + shift;
    return switch (kind) {
      case 0, 1, 2 -> String.format(Locale.ROOT, "%.7f", gaussian);
      case 3, 4 -> String.format(Locale.ROOT, "%.1f", 100_000 * Math.exp(gaussian / 2));
      case 5 -> Long.toString(Math.round(-10_000 + 3_000 * gaussian));
      case 6 -> random.nextInt(10) < 7 ? "" : String.format(Locale.ROOT, "%.4f", gaussian);
      case 7 -> random.nextInt(10) < 9 ? "0" : Integer.toString(random.nextInt(1, 9));
      case 8 -> Integer.toString(random.nextInt(2));
      default -> "level " + random.nextInt(12);
    };
  }

  /**
   * Writes a file.
   *
   * @param drifted whether every twentieth column is drawn from moved values
   */
  void write(Path file, int rows, boolean drifted, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int column = 0; column < columns; column++) {
        out.write(("F" + column + (column + 1 < columns ? "," : "\n")).getBytes(US_ASCII));
      }
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          byte[] cell = values(column, drifted)[random.nextInt(VALUES)];
          boolean last = column + 1 == columns;
          out.write(cell, 0, last ? cell.length - 1 : cell.length);
        }
        out.write('\n');
      }
    }
  }

  private byte[][] values(int column, boolean drifted) {
    return drifted && column % 20 == 0 ? moved : kinds.get(column % KINDS);
  }
}
