package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  /** Publishes a record without a value, with the properties of a file. */
  static void erase(String brokers, String properties, String topic, String key)
      throws IOException {
    run(
        (key + "\t\n").getBytes(UTF_8),
        brokers,
        "-F",
        properties,
        "-P",
        "-t",
        topic,
        "-K",
        "\\t",
        "-Z",
        "-X",
        "partitioner=murmur2_random");
  }

  private static byte[] run(String brokers, String... arguments) throws IOException {
    return run(new byte[0], brokers, arguments);
  }

  private static byte[] run(byte[] input, String brokers, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("kcat", "-b", brokers));
    command.addAll(List.of(arguments));
    return Programs.run(input, command);
  }
}
