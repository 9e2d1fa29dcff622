package io.creditstream.features.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * A CSV file in UTF-8 with a header line, plain or packed by gzip; a byte order mark is skipped.
 */
public final class CsvTable {

  private static final int BUFFER = 1 << 16;

  /** How much smaller gzip makes such tables, about. */
  private static final int GZIP_RATIO = 6;

  private final Path path;
  private final FileStamp stamp;
  private final TableHeader header;

  /**
   * Reads the header.
   *
   * @throws DatasetException if the file cannot be read, is empty or has a column twice
   */
  public CsvTable(Path path) {
    this.path = path;
    this.stamp = FileStamp.of(path);
    try (CloseableIterator<CsvRecord> records = records()) {
      if (!records.hasNext()) {
        throw new DatasetException(name() + " is empty; it needs a header line");
      }
      this.header = new TableHeader(name(), records.next().getFields());
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  public TableHeader header() {
    return header;
  }

  /** About how many bytes the table takes as plain CSV. */
  long estimatedBytes() {
    try {
      return Files.size(path) * (name().endsWith(".gz") ? GZIP_RATIO : 1);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Hands every row to a consumer, in order.
   *
   * @throws DatasetException if the file cannot be read to its end, or was changed since its header
   *     was read
   */
  public void forEach(Consumer<TableRow> consumer) {
    try (CloseableIterator<CsvRecord> records = records()) {
      records.next();
      while (records.hasNext()) {
        CsvRecord record = records.next();
        consumer.accept(
            new TableRow(header.file(), record.getStartingLineNumber(), record.getFields()));
      }
      stamp.requireUnchanged();
    } catch (DatasetException e) {
      // A row that is cut off is no fault of the file's if somebody is writing it.
      stamp.requireUnchanged();
      throw e;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  /**
   * Hands every cell to a sink, row after row: no text is made of any, which is what most of the
   * time of reading goes to.
   *
   * @throws DatasetException as {@link #forEach}
   */
  public void scan(CellSink sink) {
    CellHandler handler = new CellHandler(sink);
    try (CloseableIterator<Long> lines = reader().build(handler, open(), UTF_8).iterator()) {
      lines.next();
      handler.passOn();
      while (lines.hasNext()) {
        sink.endRow(lines.next());
      }
      stamp.requireUnchanged();
    } catch (DatasetException e) {
      stamp.requireUnchanged();
      throw e;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(e);
    }
  }

  private CloseableIterator<CsvRecord> records() throws IOException {
    return reader().ofCsvRecord(open(), UTF_8).iterator();
  }

  private static CsvReader.CsvReaderBuilder reader() {
    // Whoever maps a row counts its cells and can say which line is wrong.
    return CsvReader.builder()
        .allowExtraFields(true)
        .allowMissingFields(true)
        .detectBomHeader(true);
  }

  private InputStream open() throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    return name().endsWith(".gz") ? new GZIPInputStream(file, BUFFER) : file;
  }

  private String name() {
    return String.valueOf(path.getFileName());
  }

  /** The parser's message may quote the file, so it is left out. */
  private DatasetException unreadable(Exception e) {
    return new DatasetException(
        "cannot read " + path + " to its end; is it a whole, unchanged CSV file?", e);
  }
}
