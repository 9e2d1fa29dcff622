package io.creditstream.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says at the start what would else fail at the end, and writes at the end. */
final class OutputFiles {

  private OutputFiles() {}

  /**
   * @param option that named the directory
   * @throws IllegalArgumentException if a directory of that name cannot be written
   */
  static void requireDirectory(Path directory, String option) {
    Path absolute = directory.toAbsolutePath().normalize();
    Path parent = absolute.getParent();
    if (parent == null || Files.exists(absolute) && !Files.isDirectory(absolute)) {
      throw new IllegalArgumentException(
          "cannot write %s; give %s a directory".formatted(directory, option));
    }
    Path existing = parent;
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new IllegalArgumentException(
          "cannot write %s; give %s a place that can be written".formatted(directory, option));
    }
  }

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

  /**
   * Writes a text.
   *
   * @throws UncheckedIOException if it cannot be written
   */
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write %s; is there room for it, and may it be written?".formatted(file), e);
    }
  }
}
