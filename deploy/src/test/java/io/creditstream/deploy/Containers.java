package io.creditstream.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker and a schema registry of others, of the images that the compose file names. */
final class Containers implements AutoCloseable {

  private static final int REGISTRY_PORT = 8080;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Network network;
  private final KafkaContainer kafka;
  private final GenericContainer<?> registry;

  private Containers(Network network, KafkaContainer kafka, GenericContainer<?> registry) {
    this.network = network;
    this.kafka = kafka;
    this.registry = registry;
  }

  /** Starts them, or skips the test where no Docker engine answers. */
  @SuppressWarnings("resource") // closed by close
  static Containers start() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker engine answers: nothing is tried on containers");
    Network network = Network.newNetwork();
    KafkaContainer kafka =
        new KafkaContainer(image("apache/kafka"))
            .withNetwork(network)
            .withListener("kafka:19092")
            .withStartupTimeout(PATIENCE);
    GenericContainer<?> registry =
        new GenericContainer<>(image("apicurio/apicurio-registry-kafkasql"))
            .withNetwork(network)
            .withEnv("KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/health/ready").withStartupTimeout(PATIENCE));
    Containers containers = new Containers(network, kafka, registry);
    try {
      kafka.start();
      registry.start();
      return containers;
    } catch (RuntimeException e) {
      containers.close();
      throw e;
    }
  }

  String brokers() {
    return kafka.getBootstrapServers();
  }

  /** The registry's API of Confluent. */
  String registryUrl() {
    return registry("/apis/ccompat/v7");
  }

  /** The registry under a path of its own. */
  String registry(String path) {
    return "http://%s:%d%s"
        .formatted(registry.getHost(), registry.getMappedPort(REGISTRY_PORT), path);
  }

  private static DockerImageName image(String repository) {
    try {
      Matcher tagged =
          Pattern.compile("image: (" + Pattern.quote(repository) + ":\\S+)")
              .matcher(Files.readString(Path.of("../docker-compose.yml")));
      if (!tagged.find()) {
        throw new IllegalStateException("docker-compose.yml names no image of " + repository);
      }
      return DockerImageName.parse(tagged.group(1));
    } catch (IOException e) {
      throw new IllegalStateException("docker-compose.yml cannot be read", e);
    }
  }

  @Override
  public void close() {
    registry.stop();
    kafka.stop();
    network.close();
  }
}
