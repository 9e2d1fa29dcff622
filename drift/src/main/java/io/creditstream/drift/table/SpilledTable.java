package io.creditstream.drift.table;

import io.creditstream.features.dataset.CsvTable;
import io.creditstream.features.dataset.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * A CSV file turned into columns on disk, so that each can be read by itself: the memory taken is
 * that of a block of rows and of one column, whatever the size of the file. Columns may be read by
 * several threads.
 */
public final class SpilledTable implements AutoCloseable {

  private static final int BLOCK_ROWS = 2048;

  private final List<String> names;
  private final Cells[] encoders;
  private final long[][] codes;
  private final Path file;
  private final FileChannel channel;
  private int rows;

  private SpilledTable(List<String> names, Path file, FileChannel channel) {
    this.names = List.copyOf(names);
    this.encoders = names.stream().map(name -> new Cells()).toArray(Cells[]::new);
    this.codes = new long[names.size()][BLOCK_ROWS];
    this.file = file;
    this.channel = channel;
  }

  /**
   * Reads a table.
   *
   * @param csv plain or packed by gzip, with a header line
   * @throws DatasetException if it cannot be read, has no rows, a column twice, or a row of another
   *     length than its header
   */
  public static SpilledTable read(Path csv) {
    CsvTable source = new CsvTable(csv);
    List<String> names = source.header().columns();
    SpilledTable table = open(names);
    try {
      table.fill(source);
    } catch (RuntimeException e) {
      table.close();
      throw e;
    }
    return table;
  }

  private static SpilledTable open(List<String> names) {
    try {
      Path file = Files.createTempFile("creditstream-columns-", ".bin");
      FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
      return new SpilledTable(names, file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write to %s; make room there or choose another directory (-Djava.io.tmpdir=DIR)"
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  /** One thread reads while others encode and write the block before. */
  private void fill(CsvTable source) {
    BlockFiller filler = new BlockFiller(source.header(), BLOCK_ROWS, this::write);
    source.scan(filler);
    filler.finish();
    if (rows == 0) {
      throw new DatasetException(source.header().file() + " has no rows");
    }
  }

  /** Writes one column of the block after the other. */
  private void write(CellBlock block) {
    long start = blockStart(rows / BLOCK_ROWS);
    int columns = names.size();
    int parts = Math.min(columns, ForkJoinPool.commonPool().getParallelism() + 1);
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              int from = columns * part / parts;
              int to = columns * (part + 1) / parts;
              block.encode(encoders, codes, from, to);
              for (int column = from; column < to; column++) {
                ByteBuffer bytes = buffer(block.rows());
                bytes.asLongBuffer().put(codes[column], 0, block.rows());
                writeAll(bytes, start + columnStart(column));
              }
            });
    rows += block.rows();
  }

  private static ByteBuffer buffer(int rows) {
    return ByteBuffer.allocate(rows * Long.BYTES).order(ByteOrder.nativeOrder());
  }

  private void writeAll(ByteBuffer bytes, long position) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + file + ": " + e.getMessage(), e);
    }
  }

  public List<String> names() {
    return names;
  }

  public int rows() {
    return rows;
  }

  /** A column by its place in the header. */
  public Column column(int column) {
    ByteBuffer bytes = buffer(rows);
    for (int first = 0; first < rows; first += BLOCK_ROWS) {
      bytes.limit(Math.min(rows, first + BLOCK_ROWS) * Long.BYTES);
      readAll(bytes, blockStart(first / BLOCK_ROWS) + columnStart(column));
    }
    long[] values = new long[rows];
    bytes.flip().asLongBuffer().get(values);
    return new Column(values, encoders[column].texts());
  }

  private void readAll(ByteBuffer bytes, long position) {
    try {
      long at = position;
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, at);
        if (read < 0) {
          throw new IOException("it ends too early");
        }
        at += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private long blockStart(int block) {
    return (long) block * names.size() * BLOCK_ROWS * Long.BYTES;
  }

  private static long columnStart(int column) {
    return (long) column * BLOCK_ROWS * Long.BYTES;
  }

  /** Deletes what was written to disk. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
