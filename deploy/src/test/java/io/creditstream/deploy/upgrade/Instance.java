package io.creditstream.deploy.upgrade;

import io.creditstream.cluster.LoopbackPort;
import io.creditstream.cluster.process.HttpAnswers;
import io.creditstream.cluster.process.JavaProcess;
import io.creditstream.scorer.Main;
import io.creditstream.standalone.data.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A scorer in a process of its own that is replaced by one of another release: it keeps its name
 * and state.
 */
final class Instance implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Endpoints endpoints;
  private final Path directory;
  private final int port = LoopbackPort.free();
  private final HttpAnswers answers = new HttpAnswers(URI.create("http://127.0.0.1:" + port));
  private JavaProcess process;

  /** Starts it as the release of today. */
  Instance(Endpoints endpoints, Path directory) {
    this.endpoints = endpoints;
    this.directory = directory;
    this.process = JavaProcess.start(directory, Main.class, variables());
  }

  private Map<String, String> variables() {
    return Map.of(
        "CREDITSTREAM_BOOTSTRAP_SERVERS", endpoints.bootstrapServers(),
        "CREDITSTREAM_SCHEMA_REGISTRY_URL", endpoints.registryUrl(),
        "CREDITSTREAM_STATE_DIR", directory.resolve("state").toString(),
        "CREDITSTREAM_GROUP_INSTANCE_ID", directory.getFileName().toString(),
        "CREDITSTREAM_PORT", Integer.toString(port));
  }

  /** Ends it as an orchestrator does and starts the release of today; waits until it is ready. */
  void replaceByToday() {
    process.terminate();
    process = JavaProcess.start(directory, Main.class, variables());
    awaitReady();
  }

  /** The same with the release whose classes differ. */
  void replaceBy(Path classes) {
    process.terminate();
    Map<String, String> variables = new HashMap<>(variables());
    variables.put(ReleasedScorer.CLASSES, classes.toString());
    process = JavaProcess.start(directory, ReleasedScorer.class, variables);
    awaitReady();
  }

  void awaitReady() {
    Awaitility.await("readiness")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              process.requireAlive();
              return answers.ready();
            });
  }

  /** The sum of a metric since it was replaced last. */
  double metric(String name) {
    return answers.metric(name);
  }

  @Override
  public void close() {
    process.close();
  }
}
