package io.creditstream.drift;

import io.creditstream.cluster.process.HttpAnswers;
import io.creditstream.cluster.process.JavaProcess;
import io.creditstream.service.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/** A drift monitor in a process of its own, started as a user would. */
final class MonitorProcess implements AutoCloseable {

  private final JavaProcess process;
  private final HttpAnswers answers;

  private MonitorProcess(JavaProcess process, HttpAnswers answers) {
    this.process = process;
    this.answers = answers;
  }

  /** One that leaves its group soon after it was killed. */
  static MonitorProcess start(KafkaSettings kafka, String name) throws IOException {
    JavaProcess process =
        JavaProcess.start(
            Files.createTempDirectory(kafka.stateDirectory().getParent(), "process"),
            Main.class,
            Map.of(
                "CREDITSTREAM_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "CREDITSTREAM_SCHEMA_REGISTRY_URL", kafka.registryUrl(),
                "CREDITSTREAM_STATE_DIR", kafka.stateDirectory().toString(),
                "CREDITSTREAM_GROUP_INSTANCE_ID", name,
                "CREDITSTREAM_KAFKA_SESSION_TIMEOUT_MS", "6000",
                "CREDITSTREAM_PORT", "0",
                "CREDITSTREAM_PARTITIONS", "2",
                "CREDITSTREAM_REPLICATION_FACTOR", "1",
                "CREDITSTREAM_FLUSH_INTERVAL", "PT0.3S",
                "CREDITSTREAM_IDLE_TIMEOUT", "PT5S"));
    String uri = process.awaitLine("creditstream-drift-monitor: listening on ");
    return new MonitorProcess(process, new HttpAnswers(URI.create(uri)));
  }

  boolean ready() {
    return answers.ready();
  }

  /**
   * How far the partitions have come in all, by what it knows: 0 where another one closes windows.
   */
  long sumOfOffsets() {
    long sum = 0;
    for (String part : answers.get("/v1/drift").split("\"next_offset\":")) {
      String digits = part.split("\\D", 2)[0];
      sum += digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
    return sum;
  }

  /** Sends SIGKILL and waits for the end. */
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }
}
