package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** One CSV file being written, with its header. Cells with a comma are quoted. */
final class CsvFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;
  private long rows = -1;

  private CsvFile(OutputStream out) {
    this.out = out;
  }

  static CsvFile create(Path directory, KaggleTable table, boolean compressed) throws IOException {
    Path path = directory.resolve(table.fileName() + (compressed ? ".gz" : ""));
    OutputStream plain = Files.newOutputStream(path);
    CsvFile file = new CsvFile(compressed ? new FastGzip(plain) : plain);
    file.append(table.columns().toArray(String[]::new));
    return file;
  }

  /** Rows after the header. */
  long rows() {
    return rows;
  }

  void append(String[] cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        put((byte) ',');
      }
      cell(cells[i]);
    }
    put((byte) '\n');
    rows++;
  }

  private void cell(String cell) throws IOException {
    boolean quoted = cell.indexOf(',') >= 0;
    if (quoted) {
      put((byte) '"');
    }
    int length = cell.length();
    if (used + length > buffer.length) {
      flush();
    }
    copy(cell, length);
    if (quoted) {
      put((byte) '"');
    }
  }

  // Cells are ASCII and shorter than the buffer: copying the low bytes is exact and fast.
  @SuppressWarnings("deprecation")
  private void copy(String cell, int length) {
    cell.getBytes(0, length, buffer, used);
    used += length;
  }

  private void put(byte value) throws IOException {
    if (used == buffer.length) {
      flush();
    }
    buffer[used++] = value;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  @Override
  public void close() throws IOException {
    try (OutputStream closing = out) {
      flush();
    }
  }

  /** The rows repeat themselves so much that the fastest level compresses well enough. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
