package io.creditstream.drift;

import io.creditstream.service.kafka.KafkaSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A drift monitor in a process of its own, started as a user would. */
final class MonitorProcess implements AutoCloseable {

  private static final String READY = "creditstream-drift-monitor: listening on ";

  private final Process process;
  private final URI uri;

  private MonitorProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static MonitorProcess start(KafkaSettings kafka) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(java, "-Xmx512m", "-cp", classPath, Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("CREDITSTREAM_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "CREDITSTREAM_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                "CREDITSTREAM_SCHEMA_REGISTRY_URL", kafka.registryUrl(),
                "CREDITSTREAM_STATE_DIR", kafka.stateDirectory().toString(),
                "CREDITSTREAM_GROUP_INSTANCE_ID", "monitor",
                "CREDITSTREAM_PORT", "0",
                "CREDITSTREAM_PARTITIONS", "2",
                "CREDITSTREAM_REPLICATION_FACTOR", "1",
                "CREDITSTREAM_FLUSH_INTERVAL", "PT0.3S",
                "CREDITSTREAM_IDLE_TIMEOUT", "PT20S"));
    Process process = builder.start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the monitor's process ended");
    }
    Thread drain = new Thread(() -> output.lines().forEach(next -> {}), "drain");
    drain.setDaemon(true);
    drain.start();
    return new MonitorProcess(process, URI.create(line.substring(READY.length())));
  }

  URI uri() {
    return uri;
  }

  /** Sends SIGKILL and waits for the end. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
