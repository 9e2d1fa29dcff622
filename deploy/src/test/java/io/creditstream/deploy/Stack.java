package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.creditstream.cluster.LoopbackPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The services of the compose file under a project name of their own, at free ports, with volumes
 * that go with it.
 */
final class Stack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path settings;
  private final String project;
  private final int kafkaPort;
  private final int registryPort;

  private Stack(Path settings, String project, int kafkaPort, int registryPort) {
    this.settings = settings;
    this.project = project;
    this.kafkaPort = kafkaPort;
    this.registryPort = registryPort;
  }

  /**
   * Starts services and those that they depend on, the scorer twice.
   *
   * @param directory for the settings
   */
  static Stack start(Path directory, String... services) throws IOException {
    int kafkaPort = LoopbackPort.free();
    int registryPort = LoopbackPort.free();
    String settings =
        Files.readString(ROOT.resolve(".env"))
            .replaceAll("(?m)^TAG=.*", "TAG=" + Docker.IMAGES)
            .replaceAll("(?m)^(\\w+_PORTS?)=.*", "$1=")
            .replaceAll("(?m)^KAFKA_PORT=.*", "KAFKA_PORT=" + kafkaPort)
            .replaceAll("(?m)^REGISTRY_PORT=.*", "REGISTRY_PORT=" + registryPort)
            .replaceAll("(?m)^SECRETS=.*", "SECRETS=" + secrets(directory));
    Path file = Files.writeString(directory.resolve("settings.env"), settings, UTF_8);
    Stack stack = new Stack(file, "creditstream-it-" + kafkaPort, kafkaPort, registryPort);
    List<String> up = new ArrayList<>(List.of("up", "-d", "--scale", "scorer=2"));
    up.addAll(List.of(services));
    stack.compose(up.toArray(String[]::new));
    return stack;
  }

  /** Those that come along, with the advisor's store in PostgreSQL. */
  private static Path secrets(Path directory) throws IOException {
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    try (Stream<Path> files = Files.list(ROOT.resolve("deploy/compose/secrets"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replaceAll("(?m)^#(\\w+=)", "$1");
        Files.writeString(secrets.resolve(file.getFileName().toString()), text);
      }
    }
    return secrets;
  }

  /** The brokers as this machine reaches them. */
  String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** The schema registry as this machine reaches it. */
  String registryUrl() {
    return "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
  }

  /** Runs docker-compose on this project. */
  String compose(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker-compose",
                "--env-file",
                settings.toString(),
                "-p",
                project,
                "-f",
                ROOT.resolve("docker-compose.yml").toString(),
                "--profile",
                "demo"));
    command.addAll(List.of(arguments));
    return Docker.run(command);
  }

  /** What a field of the description of a service's first container says. */
  String inspect(String service, String format) {
    return inspectContainer(containers(service).get(0), format);
  }

  private static String inspectContainer(String container, String format) {
    return Docker.run(List.of("docker", "inspect", "-f", format, container));
  }

  /** Runs a program in the first container of a service. */
  String execute(String service, String... command) {
    List<String> all = new ArrayList<>(List.of("docker", "exec", containers(service).get(0)));
    all.addAll(List.of(command));
    return Docker.run(all);
  }

  /** Kills a service's first container as a crash does, starts it again, waits until it is well. */
  void crash(String service) {
    String container = containers(service).get(0);
    Docker.run(List.of("docker", "kill", "-s", "KILL", container));
    Docker.run(List.of("docker", "start", container));
    awaitHealthy(service);
  }

  void awaitHealthy(String service) {
    await("health of " + service)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                containers(service).stream()
                    .map(container -> inspectContainer(container, "{{.State.Health.Status}}"))
                    .allMatch("healthy"::equals));
  }

  private List<String> containers(String service) {
    return compose("ps", "-q", service).lines().toList();
  }

  @Override
  public void close() {
    compose("down", "-v", "--timeout", "5");
  }
}
