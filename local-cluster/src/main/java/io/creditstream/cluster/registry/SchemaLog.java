package io.creditstream.cluster.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that keeps all schema versions, one JSON document a line, in the order in which they
 * were registered. A line counts once it is on disk with its line end: what a crash left of another
 * is cut off when the file is opened.
 */
public final class SchemaLog implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader READER = JSON.readerFor(SchemaVersion.class);

  private final FileChannel channel;
  private final List<SchemaVersion> initial;

  private SchemaLog(FileChannel channel, List<SchemaVersion> initial) {
    this.channel = channel;
    this.initial = initial;
  }

  /**
   * Opens the file, or makes it.
   *
   * @throws IOException if the file cannot be used, or a whole line is no schema version
   */
  public static SchemaLog open(Path file) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    String text = new String(bytes, StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    List<SchemaVersion> versions = new ArrayList<>();
    for (String line : whole.lines().toList()) {
      versions.add(READER.readValue(line));
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
    return new SchemaLog(channel, versions);
  }

  /** What the file held when it was opened. */
  List<SchemaVersion> initial() {
    return initial;
  }

  /** Adds a version; it is on disk when this returns, and nothing of it is if this throws. */
  void append(SchemaVersion version) throws IOException {
    long end = channel.position();
    ByteBuffer line =
        ByteBuffer.wrap((JSON.writeValueAsString(version) + '\n').getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(end);
      channel.position(end);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
