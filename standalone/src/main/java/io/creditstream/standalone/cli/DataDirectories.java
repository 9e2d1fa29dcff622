package io.creditstream.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses a data directory where none is given: one for each source of data, below {@code data}.
 */
final class DataDirectories {

  private static final Logger LOG = LoggerFactory.getLogger(DataDirectories.class);
  private static final Path PARENT = Path.of("data");
  private static final Path LATEST = PARENT.resolve("latest");

  private DataDirectories() {}

  /** The directory for a source of data. */
  static Path of(Optional<Path> files) {
    return files.map(DataDirectories::ofFiles).orElse(PARENT.resolve("synthetic"));
  }

  /** Keeps in mind which directory was used last, where that can be written down. */
  static void remember(Path directory) {
    try {
      Files.createDirectories(PARENT);
      Files.writeString(LATEST, directory.toAbsolutePath().toString());
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("file", LATEST).log("directory.not-remembered");
    }
  }

  /** The directory that was used last. */
  static Path latest() {
    try {
      return Files.exists(LATEST)
          ? Path.of(Files.readString(LATEST).strip())
          : of(Optional.empty());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + LATEST + "; give --data-dir", e);
    }
  }

  /** The name tells which files; the checksum of their path keeps those of one name apart. */
  private static Path ofFiles(Path files) {
    Path path = files.toAbsolutePath().normalize();
    CRC32 checksum = new CRC32();
    checksum.update(path.toString().getBytes(UTF_8));
    return PARENT.resolve("%s-%08x".formatted(path.getFileName(), checksum.getValue()));
  }
}
