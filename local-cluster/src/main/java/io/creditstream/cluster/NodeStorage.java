package io.creditstream.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;

/** The directory of a node as Kafka wants it before the first start. */
final class NodeStorage {

  private NodeStorage() {}

  /** The cluster that the directory of a node belongs to, if it was formatted. */
  static Optional<String> clusterId(NodeSpec node) {
    Path file = node.logDirectory().resolve("meta.properties");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw unusable(node, e);
    }
    return Optional.ofNullable(properties.getProperty("cluster.id"));
  }

  /** Formats the directory of a node unless it is formatted already. */
  static void format(NodeSpec node, String clusterId) {
    try {
      Files.createDirectories(node.logDirectory());
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(node.id())
          .setClusterId(clusterId)
          .setControllerListenerName(NodeRole.CONTROLLER.listener())
          .setMetadataLogDirectory(node.logDirectory().toString())
          .addDirectory(node.logDirectory().toString())
          .setIgnoreFormatted(true)
          .run();
    } catch (Exception e) {
      throw unusable(node, e);
    }
  }

  private static LocalClusterException unusable(NodeSpec node, Exception cause) {
    return new LocalClusterException(
        "directory "
            + node.directory().toAbsolutePath()
            + " cannot be used by the broker ("
            + cause.getMessage()
            + "): remove it or choose another directory",
        cause);
  }
}
