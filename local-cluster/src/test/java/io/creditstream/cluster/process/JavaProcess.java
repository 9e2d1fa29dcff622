package io.creditstream.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A program in a process of its own, which can be killed, paused and ended. */
public final class JavaProcess implements AutoCloseable {

  /**
   * What variables with settings of an application begin with: those of whoever tests do not count.
   */
  private static final String SETTINGS = "CREDITSTREAM_";

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final Path log;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a program with the class path of the tests, as one that starts quickly rather than one
   * that runs long.
   *
   * @param directory directory for its temporary files and its output
   * @param main class with its main method
   * @param environment variables beside those of this process
   */
  public static JavaProcess start(
      Path directory, Class<?> main, Map<String, String> environment, String... arguments) {
    return start(List.of(), directory, main, environment, arguments);
  }

  /** The same behind the words of another command, which ends in becoming the program. */
  public static JavaProcess start(
      List<String> command,
      Path directory,
      Class<?> main,
      Map<String, String> environment,
      String... arguments) {
    try {
      Path temporary = Files.createDirectories(directory.resolve("tmp"));
      Path log = Files.createTempFile(directory, "process", ".log");
      List<String> words = new ArrayList<>(command);
      words.addAll(
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Djava.io.tmpdir=" + temporary,
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              main.getName()));
      words.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(words);
      builder.environment().keySet().removeIf(name -> name.startsWith(SETTINGS));
      builder.environment().putAll(environment);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new JavaProcess(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** All that it has printed. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until it has printed a line that begins with a text, and gives the rest of that line.
   *
   * @throws IllegalStateException if it ends before
   */
  public String awaitLine(String beginning) {
    return Awaitility.await(beginning)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              requireAlive();
              return rest(beginning);
            },
            Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> rest(String beginning) {
    String printed = log();
    return printed
        .substring(0, printed.lastIndexOf('\n') + 1)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()))
        .findFirst();
  }

  /** Fails with what it has printed if it has ended. */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the process has ended: " + log());
    }
  }

  /** Holds it up in the midst of whatever it does: SIGSTOP. */
  public void pause() {
    signal("STOP");
  }

  /** Lets it go on as if no time had passed: SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("the process cannot be sent SIG" + name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks it to end, by SIGTERM, and waits until it has; gives its exit code. */
  public int terminate() {
    process.destroy();
    return exitCode();
  }

  /** Waits until it has ended by itself; gives its exit code. */
  public int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the process does not end: " + log());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it at once, without any chance to tidy up, and waits until it has: SIGKILL. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  @Override
  public void close() {
    kill();
  }
}
