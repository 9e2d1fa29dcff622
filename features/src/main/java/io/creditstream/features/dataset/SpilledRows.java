package io.creditstream.features.dataset;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows on disk, one temporary file a part: only the part in use is held in memory. */
final class SpilledRows implements PartedRows {

  private static final int BUFFER = 1 << 16;
  private static final KaggleTable[] TABLES = KaggleTable.values();

  private final Path directory;
  private final List<DataOutputStream> files = new ArrayList<>();
  private final Map<KaggleTable, String> fileNames = new EnumMap<>(KaggleTable.class);

  /**
   * @param parent directory to make the temporary directory in
   */
  SpilledRows(Path parent, int parts) {
    try {
      directory = Files.createTempDirectory(parent, "creditstream-rows-");
      for (int part = 0; part < parts; part++) {
        files.add(
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file(part)), BUFFER)));
      }
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  @Override
  public int parts() {
    return files.size();
  }

  @Override
  public void add(int part, KaggleTable table, String key, TableRow row) {
    fileNames.putIfAbsent(table, row.file());
    DataOutputStream file = files.get(part);
    try {
      file.writeByte(table.ordinal());
      file.writeUTF(key);
      file.writeLong(row.line());
      file.writeUTF(RowStore.pack(row.cells()));
    } catch (IOException e) {
      throw noRoom(e);
    }
  }

  @Override
  public Map<KaggleTable, RowStore> load(int part) {
    Map<KaggleTable, RowStore> rows = new EnumMap<>(KaggleTable.class);
    try {
      files.get(part).flush();
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file(part)), BUFFER))) {
        while (readRow(in, rows)) {
          // Each call reads one row.
        }
      }
    } catch (IOException e) {
      throw new DatasetException("cannot read the temporary files in " + directory, e);
    }
    return rows;
  }

  private boolean readRow(DataInputStream in, Map<KaggleTable, RowStore> rows) throws IOException {
    int table = in.read();
    if (table < 0) {
      return false;
    }
    try {
      rows.computeIfAbsent(
              TABLES[table], first -> new RowStore(fileNames.getOrDefault(first, first.fileName())))
          .add(in.readUTF(), in.readLong(), in.readUTF());
      return true;
    } catch (EOFException e) {
      throw new IOException("a temporary file is cut short", e);
    }
  }

  @Override
  public void close() {
    try {
      for (DataOutputStream file : files) {
        file.close();
      }
      try (Stream<Path> written = Files.list(directory)) {
        for (Path file : written.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }

  private Path file(int part) {
    return directory.resolve(Integer.toString(part));
  }

  private static DatasetException noRoom(IOException e) {
    return new DatasetException(
        "cannot write temporary files: make room on the disk or set -Djava.io.tmpdir", e);
  }
}
