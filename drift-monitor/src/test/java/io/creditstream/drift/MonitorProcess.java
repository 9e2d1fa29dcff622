package io.creditstream.drift;

import io.creditstream.cluster.process.JavaProcess;
import io.creditstream.service.kafka.KafkaSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;

/** A drift monitor in a process of its own, started as a user would. */
final class MonitorProcess implements AutoCloseable {

  private final JavaProcess process;
  private final URI uri;

  private MonitorProcess(JavaProcess process, URI uri) {
    this.process = process;
    this.uri = uri;
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
    return new MonitorProcess(process, URI.create(uri));
  }

  URI uri() {
    return uri;
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
