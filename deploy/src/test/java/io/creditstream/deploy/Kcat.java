package io.creditstream.deploy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs kcat, a Kafka client that moves bytes. */
final class Kcat {

  private Kcat() {}

  static boolean isThere() {
    try {
      return Programs.run(new byte[0], List.of("kcat", "-V")).length > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The value of the first committed record of a topic with one partition or one record. */
  static byte[] first(String brokers, String topic) throws IOException {
    return run(brokers, "-C", "-t", topic, "-o", "beginning", "-c", "1", "-e", "-q", "-f", "%s");
  }

  /** Publishes the bytes of a file as a record. */
  static void publish(String brokers, String topic, String key, Path value) throws IOException {
    run(
        brokers,
        "-P",
        "-t",
        topic,
        "-k",
        key,
        "-X",
        "partitioner=murmur2_random",
        value.toString());
  }

  private static byte[] run(String brokers, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("kcat", "-b", brokers));
    command.addAll(List.of(arguments));
    return Programs.run(new byte[0], command);
  }
}
