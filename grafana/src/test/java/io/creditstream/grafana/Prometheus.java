package io.creditstream.grafana;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.cluster.LoopbackPort;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A real Prometheus with the rules of this module, as a process of its own. */
final class Prometheus implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Process process;
  private final URI uri;
  private final Path log;

  private Prometheus(Process process, URI uri, Path log) {
    this.process = process;
    this.uri = uri;
    this.log = log;
  }

  /**
   * @param directory to keep everything in
   * @param scorer host and port
   * @param driftMonitor host and port
   * @param advisor host and port
   */
  static Prometheus start(Path directory, String scorer, String driftMonitor, String advisor)
      throws IOException {
    String configuration =
        Files.readString(Path.of("prometheus/prometheus.yml"))
            .replace("127.0.0.1:8081", scorer)
            .replace("127.0.0.1:8082", driftMonitor)
            .replace("127.0.0.1:8080", advisor)
            .replaceAll("_interval: \\d+s", "_interval: 5s")
            .replace("rules/", Path.of("prometheus/rules").toAbsolutePath() + "/");
    Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
    Path log = directory.resolve("prometheus.log");
    String address = LoopbackPort.HOST + ":" + LoopbackPort.free();
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return new Prometheus(process, URI.create("http://" + address), log);
  }

  /** What a query gives at this moment. */
  JsonNode query(String expression) throws IOException, InterruptedException {
    return get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)).path("result");
  }

  /** The values of a label over the series of a selector. */
  JsonNode labelValues(String label, String selector) throws IOException, InterruptedException {
    return get(
        "/api/v1/label/"
            + label
            + "/values?match[]=".replace("[]", "%5B%5D")
            + URLEncoder.encode(selector, UTF_8));
  }

  /** All groups of rules with what became of them. */
  JsonNode rules() throws IOException, InterruptedException {
    return get("/api/v1/rules").path("groups");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path)).timeout(Duration.ofSeconds(20)).build();
    JsonNode answer = json.readTree(http.send(request, BodyHandlers.ofString()).body());
    if (!answer.path("status").asText().equals("success")) {
      throw new IOException(path + " answers " + answer);
    }
    return answer.get("data");
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
