package io.creditstream.advisor.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which officer has which client, from a file with a line {@code client,account} for each; empty
 * lines and those that begin with {@code #} say nothing. A change of the file is seen at the next
 * request. While the file cannot be read, no officer sees any client.
 */
final class Assignments {

  private final Path file;
  private FileTime readAt = FileTime.fromMillis(-1);
  private long size = -1;
  private Map<String, Set<String>> clients = Map.of();

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException saying which line is wrong, or that the file cannot be read
   */
  Assignments(Path file) {
    this.file = file;
    try {
      refresh();
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the assignments in " + file + " cannot be read: give a file with client,account lines",
          e);
    }
  }

  /** The clients of an officer. */
  synchronized Set<String> of(String account) {
    try {
      refresh();
    } catch (IOException | IllegalArgumentException e) {
      clients = Map.of();
      size = -1;
    }
    return clients.getOrDefault(account, Set.of());
  }

  private void refresh() throws IOException {
    FileTime changed = Files.getLastModifiedTime(file);
    if (changed.equals(readAt) && Files.size(file) == size) {
      return;
    }
    clients = parse(Files.readAllLines(file, UTF_8));
    readAt = changed;
    size = Files.size(file);
  }

  private Map<String, Set<String>> parse(List<String> lines) {
    Map<String, Set<String>> found = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(",", -1);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + " of " + file + " is not client,account: mend it");
      }
      found.computeIfAbsent(parts[1].strip(), key -> new HashSet<>()).add(parts[0].strip());
    }
    return found;
  }
}
