package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.creditstream.cluster.LoopbackPort;
import io.creditstream.standalone.data.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The services of the compose file under a project name of their own, at free ports, with volumes
 * that go with it.
 */
final class Stack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final List<String> COMPOSE = Docker.compose();

  /** As many as two scorers have threads: a broker that was killed looks through each of them. */
  private static final int PARTITIONS = 4;

  /** As programs that start quickly rather than ones that run long. */
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final String RESTARTS = "{{.RestartCount}}";

  private final Path settings;
  private final String project;
  private final List<Integer> brokerPorts;
  private final int registryPort;

  private Stack(Path settings, String project, List<Integer> brokerPorts, int registryPort) {
    this.settings = settings;
    this.project = project;
    this.brokerPorts = brokerPorts;
    this.registryPort = registryPort;
  }

  /**
   * Starts services with the settings for three brokers, and those that they depend on.
   *
   * @param directory for the settings
   * @param instances how many of each service
   */
  static Stack start(Path directory, Map<String, Integer> instances) throws IOException {
    List<Integer> brokerPorts =
        List.of(LoopbackPort.free(), LoopbackPort.free(), LoopbackPort.free());
    int registryPort = LoopbackPort.free();
    String settings =
        Files.readString(ComposeFile.ROOT.resolve("deploy/compose/three-brokers.env"))
            .replaceAll("(?m)^TAG=.*", "TAG=" + Docker.IMAGES)
            .replaceAll("(?m)^(\\w+_PORTS?)=.*", "$1=")
            .replaceAll("(?m)^KAFKA_PORT=.*", "KAFKA_PORT=" + brokerPorts.get(0))
            .replaceAll("(?m)^KAFKA_2_PORT=.*", "KAFKA_2_PORT=" + brokerPorts.get(1))
            .replaceAll("(?m)^KAFKA_3_PORT=.*", "KAFKA_3_PORT=" + brokerPorts.get(2))
            .replaceAll("(?m)^REGISTRY_PORT=.*", "REGISTRY_PORT=" + registryPort)
            .replaceAll("(?m)^PARTITIONS=.*", "PARTITIONS=" + PARTITIONS)
            .replaceAll("(?m)^RATE=.*", "RATE=1")
            .replaceAll("(?m)^JAVA_OPTS=.*", "JAVA_OPTS=" + QUICK_START)
            .replaceAll("(?m)^SECRETS=.*", "SECRETS=" + secrets(directory));
    Path file = Files.writeString(directory.resolve("settings.env"), settings, UTF_8);
    Stack stack =
        new Stack(file, "creditstream-it-" + brokerPorts.get(0), brokerPorts, registryPort);
    List<String> up = new ArrayList<>(List.of("up", "-d"));
    instances.forEach((service, number) -> up.addAll(List.of("--scale", service + "=" + number)));
    up.addAll(instances.keySet());
    try {
      stack.compose(up.toArray(String[]::new));
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Those that come along, with the advisor's store in PostgreSQL. */
  private static Path secrets(Path directory) throws IOException {
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    try (Stream<Path> files = Files.list(ComposeFile.ROOT.resolve("deploy/compose/secrets"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file).replaceAll("(?m)^#(\\w+=)", "$1");
        Files.writeString(secrets.resolve(file.getFileName().toString()), text);
      }
    }
    return secrets;
  }

  /** Brokers and schema registry as this machine reaches them. */
  Endpoints endpoints() {
    return new Endpoints(
        brokerPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")),
        "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7");
  }

  /** Runs Compose on this project. */
  String compose(String... arguments) {
    List<String> command = new ArrayList<>(COMPOSE);
    command.addAll(
        List.of(
            "--env-file", settings.toString(), "-p", project, "-f", ComposeFile.FILE.toString()));
    command.addAll(List.of(arguments));
    return Docker.run(command);
  }

  /** What a field of the description of one of a service's containers says. */
  String inspect(String service, String format) {
    return inspectContainer(containers(service).get(0), format);
  }

  private static String inspectContainer(String container, String format) {
    return Docker.run(List.of("docker", "inspect", "-f", format, container));
  }

  /** Runs a program in one of a service's containers. */
  String execute(String service, String... command) {
    List<String> all = new ArrayList<>(List.of("docker", "exec", containers(service).get(0)));
    all.addAll(List.of(command));
    return Docker.run(all);
  }

  /** Kills one of a service's containers, the same each time, as a crash does. */
  void kill(String service) {
    Docker.run(List.of("docker", "kill", "-s", "KILL", containers(service).get(0)));
  }

  /**
   * Has the first program of one of a service's containers crash, unlike {@link #kill}, after which
   * the engine leaves a container as it is, and waits until the engine has started it again.
   */
  void crash(String service) {
    String container = containers(service).get(0);
    String before = inspectContainer(container, RESTARTS);
    // Nobody inside of a container can kill its first program, and outside it belongs to another.
    Docker.run(
        List.of(
            "docker",
            "run",
            "--rm",
            "--pid=host",
            "--user=0",
            "--entrypoint=bash",
            "localhost/creditstream/tools:" + Docker.IMAGES,
            "-c",
            "kill -KILL " + inspectContainer(container, "{{.State.Pid}}")));
    await("another start of " + service)
        .atMost(PATIENCE)
        .until(() -> !inspectContainer(container, RESTARTS).equals(before));
  }

  /** Starts the one that was killed. */
  void startAgain(String service) {
    Docker.run(List.of("docker", "start", containers(service).get(0)));
  }

  /** Waits until all of a service's containers are well. */
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

  /** Those that run and those that have ended, by their ids. */
  private List<String> containers(String service) {
    return Docker.run(
            List.of(
                "docker",
                "ps",
                "-a",
                "-q",
                "--filter",
                "label=com.docker.compose.project=" + project,
                "--filter",
                "label=com.docker.compose.service=" + service))
        .lines()
        .toList();
  }

  @Override
  public void close() {
    compose("down", "-v", "--timeout", "5");
  }
}
