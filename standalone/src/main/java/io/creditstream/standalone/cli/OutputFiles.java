package io.creditstream.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Says at the start what would else fail at the end. */
final class OutputFiles {

  private OutputFiles() {}

  /**
   * @param option that named the file
   * @throws IllegalArgumentException if the file cannot be written
   */
  static void requireWritable(Path file, String option) {
    Path parent = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || parent == null || !Files.isWritable(parent)) {
      throw new IllegalArgumentException(
          "cannot write %s; give %s a file in a directory that exists".formatted(file, option));
    }
  }
}
