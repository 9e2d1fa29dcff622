package io.creditstream.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole system as a user starts it, with a shifted population and a challenger. */
final class Creditstream implements AutoCloseable {

  private static final String JAR = "../standalone/target/creditstream.jar";

  private final Path directory;
  private final Process process;

  private Creditstream(Path directory, Process process) {
    this.directory = directory;
    this.process = process;
  }

  /** Starts it and waits until everything answers. */
  static Creditstream start(Path directory) throws IOException, InterruptedException {
    Process process =
        java(
                directory.resolve("standalone.log"),
                "standalone",
                "--port-base",
                "0",
                "--data-dir",
                directory.resolve("data").toString(),
                "--drift")
            .start();
    Creditstream creditstream = new Creditstream(directory, process);
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> creditstream.log().contains("Kafka broker") || !process.isAlive());
    assertThat(process.isAlive()).as(creditstream.log()).isTrue();
    creditstream.publishChallenger();
    return creditstream;
  }

  private void publishChallenger() throws IOException, InterruptedException {
    JsonNode endpoints =
        new ObjectMapper().readTree(directory.resolve("data/endpoints.json").toFile());
    Path log = directory.resolve("publish.log");
    Process publish =
        java(
                log,
                "publish",
                "--role",
                "challenger",
                "--bootstrap-servers",
                endpoints.get("bootstrapServers").asText(),
                "--schema-registry",
                endpoints.get("registryUrl").asText(),
                directory.resolve("data/bundle").toString())
            .start();
    assertThat(publish.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(publish.exitValue()).as(Files.readString(log)).isZero();
  }

  private static ProcessBuilder java(Path log, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-jar",
                JAR));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  }

  /** Host and port that a line of the output gives. */
  String address(String name) throws IOException {
    Matcher line = Pattern.compile(name + " +http://([0-9.]+:[0-9]+)").matcher(log());
    assertThat(line.find()).as(log()).isTrue();
    return line.group(1);
  }

  String log() throws IOException {
    return Files.readString(directory.resolve("standalone.log"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
