package io.creditstream.cluster;

import io.creditstream.cluster.process.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker in a process of its own, which can be killed. */
final class BrokerProcess implements AutoCloseable {

  private final JavaProcess process;

  private BrokerProcess(JavaProcess process) {
    this.process = process;
  }

  static BrokerProcess start(Path directory) throws IOException {
    Path home = Files.createTempDirectory(directory, "process");
    return new BrokerProcess(JavaProcess.start(home, Main.class, Map.of(), directory.toString()));
  }

  String bootstrapServers() {
    return process.awaitLine(Main.READY);
  }

  long pid() {
    return process.pid();
  }

  /** Sends SIGKILL and waits for the end. */
  void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  /** What runs in the process. */
  static final class Main {

    static final String READY = "ready ";

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
      EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(Path.of(args[0])));
      System.out.println(READY + broker.bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
