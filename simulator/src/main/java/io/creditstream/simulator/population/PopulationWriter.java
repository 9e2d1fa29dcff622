package io.creditstream.simulator.population;

import io.creditstream.features.dataset.KaggleTable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes a population as a directory in the Kaggle layout, all tables, client by client in constant
 * memory. The directory appears under its name when it is complete: until then, and after a
 * failure, nothing is there.
 */
public final class PopulationWriter {

  /** Told as the writing goes on. */
  @FunctionalInterface
  public interface Progress {
    /** No one is told. */
    Progress NONE = (clients, total) -> {};

    void written(long clients, long total);
  }

  private static final int PROGRESS_STEP = 256;

  private PopulationWriter() {}

  /**
   * Writes the files.
   *
   * @param directory must not exist yet, or be empty; its parent is made if needed
   * @return rows written to each table, the header not counted
   * @throws FileAlreadyExistsException if the directory holds anything
   */
  public static Map<KaggleTable, Long> write(
      Path directory, PopulationFiles files, Progress progress) throws IOException {
    Path target = directory.toAbsolutePath().normalize();
    if (Files.exists(target) && !isEmptyDirectory(target)) {
      throw new FileAlreadyExistsException(
          directory.toString(), null, "choose a directory that is empty or does not exist yet");
    }
    Path parent = target.getParent();
    if (parent == null) {
      throw new FileAlreadyExistsException(directory.toString(), null, "is the root directory");
    }
    Files.createDirectories(parent);
    Path partial = parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID());
    Files.createDirectory(partial);
    try {
      Map<KaggleTable, Long> rows = writeTables(partial, files, progress);
      Files.deleteIfExists(target);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      return rows;
    } finally {
      deleteTree(partial);
    }
  }

  private static Map<KaggleTable, Long> writeTables(
      Path directory, PopulationFiles files, Progress progress) throws IOException {
    Map<KaggleTable, CsvFile> open = new EnumMap<>(KaggleTable.class);
    Map<KaggleTable, Long> rows = new EnumMap<>(KaggleTable.class);
    try {
      for (KaggleTable table : KaggleTable.values()) {
        open.put(table, CsvFile.create(directory, table, files.compressed()));
      }
      Population train = new Population(Profile.TRAIN, files.seed());
      Population test = new Population(Profile.TEST, files.seed());
      for (long i = 0; i < files.clients(); i++) {
        boolean inTrain = i < files.trainClients();
        append(inTrain ? train.client(i) : test.client(i - files.trainClients()), open);
        if ((i + 1) % PROGRESS_STEP == 0 || i + 1 == files.clients()) {
          progress.written(i + 1, files.clients());
        }
      }
      open.forEach((table, file) -> rows.put(table, file.rows()));
    } finally {
      closeAll(open.values());
    }
    return rows;
  }

  private static void append(SyntheticClient client, Map<KaggleTable, CsvFile> open)
      throws IOException {
    for (Map.Entry<KaggleTable, CsvFile> entry : open.entrySet()) {
      for (String[] row : client.rows(entry.getKey())) {
        entry.getValue().append(row);
      }
    }
  }

  private static void closeAll(Iterable<CsvFile> files) throws IOException {
    IOException failure = null;
    for (CsvFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static boolean isEmptyDirectory(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(root)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
