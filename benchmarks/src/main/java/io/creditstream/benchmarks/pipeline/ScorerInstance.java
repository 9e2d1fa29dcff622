package io.creditstream.benchmarks.pipeline;

import io.creditstream.cluster.LoopbackPort;
import io.creditstream.scorer.Main;
import io.creditstream.service.kafka.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A scorer in a process of its own, as it is deployed. */
final class ScorerInstance implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Process process;
  private final URI ready;
  private final Path log;

  private ScorerInstance(Process process, URI ready, Path log) {
    this.process = process;
    this.ready = ready;
    this.log = log;
  }

  /**
   * Starts one.
   *
   * @param name of the instance, by which it is known to its group
   * @param directory for its state and its log
   */
  static ScorerInstance start(
      KafkaSettings kafka, int threads, int standby, String name, Path directory) {
    try {
      Files.createDirectories(directory);
      int port = LoopbackPort.free();
      Path log = directory.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx1g",
                      "-cp",
                      System.getProperty("java.class.path"),
                      Main.class.getName()))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      Map.of(
              "BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
              "SCHEMA_REGISTRY_URL", kafka.registryUrl(),
              "APPLICATION_ID", kafka.applicationId(),
              "STATE_DIR", directory.resolve(name).toString(),
              "THREADS", Integer.toString(threads),
              "STANDBY_REPLICAS", Integer.toString(standby),
              "GROUP_INSTANCE_ID", name,
              "PORT", Integer.toString(port))
          .forEach((key, value) -> builder.environment().put("CREDITSTREAM_" + key, value));
      return new ScorerInstance(
          builder.start(), URI.create("http://127.0.0.1:" + port + "/ready"), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it is ready: model loaded, its part of the history taken in. */
  void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!isReady(http, request)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException("a scorer does not start: " + lastWords());
        }
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isReady(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Processor time that it has taken. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Kills it, as a crash does. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
