package io.creditstream.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A JVM of its own that loads LightGBM and predicts until it is told to stop. It says "ready" after
 * its first predictions and the checksum of all at its end, or why it cannot load the library.
 */
final class PredictingProcess implements AutoCloseable {

  static final int ROWS = 500;
  static final long SEED = 31;

  private final Process process;
  private final BufferedReader out;

  private PredictingProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /** Starts it with these options of the JVM and variables of the environment. */
  static PredictingProcess start(
      Path modelText, Path temporary, Map<String, String> environment, List<String> options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            PredictingProcess.class.getName(),
            modelText.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new PredictingProcess(builder.start());
  }

  /** Its next line; null once it has ended. */
  String line() throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("> ")) {
      line = out.readLine();
    }
    return line == null ? null : line.substring(2);
  }

  /** Lets it come to its end. */
  void stop() throws IOException {
    process.getOutputStream().close();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the process does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws IOException {
    try {
      LightGbmNative.ensureLoaded();
    } catch (IllegalStateException e) {
      say(e.getMessage());
      return;
    }
    String text = Files.readString(Path.of(arguments[0]));
    double[][] rows = TestModel.rows(ROWS, SEED);
    try (CreditModel model = LightGbmCreditModel.load(text)) {
      double checksum = checksum(model, rows);
      say("ready");
      AtomicBoolean stopped = new AtomicBoolean();
      Thread listener = new Thread(() -> awaitStop(stopped));
      listener.setDaemon(true);
      listener.start();
      while (!stopped.get()) {
        if (checksum(model, rows) != checksum) {
          say("another score");
          return;
        }
      }
      say(Double.toString(checksum));
    }
  }

  private static void awaitStop(AtomicBoolean stopped) {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      say("cannot be told to stop");
    } finally {
      stopped.set(true);
    }
  }

  static double checksum(CreditModel model, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      sum += model.rawScore(row);
    }
    return sum;
  }

  private static void say(String line) {
    System.out.println("> " + line);
    System.out.flush();
  }
}
