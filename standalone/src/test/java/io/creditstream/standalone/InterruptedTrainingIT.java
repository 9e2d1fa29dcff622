package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C while a real process trains. */
class InterruptedTrainingIT {

  private static final int SIGINT_EXIT = 130;

  @TempDir Path directory;

  @Test
  void shouldGoOnAfterCtrlCAsIfNothingHadHappened() throws Exception {
    Path files = directory.resolve("files");
    assertThat(
            Cli.run("population", "--out", files.toString(), "--train", "600", "--test", "10")
                .exitCode())
        .isZero();
    Path whole = directory.resolve("whole");
    Path resumed = directory.resolve("resumed");
    Path journal = directory.resolve("resumed.search.jsonl");

    Process process = train(files, resumed);
    try {
      await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> Files.exists(journal) && Files.readAllLines(journal).size() > 3);
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(process.exitValue()).as(log(resumed)).isEqualTo(SIGINT_EXIT);
    assertThat(resumed).as("no half-written bundle").doesNotExist();
    assertThat(Cli.run("runs", "--tracking", tracking().toString()).out())
        .containsOnlyOnce("KILLED")
        .doesNotContain("RUNNING");
    int tried = Files.readAllLines(journal).size();

    Process again = train(files, resumed, "--resume");
    Process uninterrupted = train(files, whole);
    assertThat(again.waitFor(4, TimeUnit.MINUTES)).isTrue();
    assertThat(uninterrupted.waitFor(4, TimeUnit.MINUTES)).isTrue();

    assertThat(again.exitValue()).as(log(resumed)).isZero();
    assertThat(uninterrupted.exitValue()).as(log(whole)).isZero();
    assertThat(tried).isGreaterThan(3);
    assertThat(log(whole)).contains("Bundle written").doesNotContain("SMOTE");
    Bundle bundle = BundleDirectory.read(resumed);
    assertThat(bundle.manifest().modelSha256())
        .isEqualTo(BundleDirectory.read(whole).manifest().modelSha256());
    assertThat(journal).doesNotExist();
  }

  private Process train(Path files, Path out, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                // A shell that runs the tests in the background has them ignore Ctrl-C.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                Path.of("target", "creditstream.jar").toString(),
                "train",
                "--data",
                files.toString(),
                "--out",
                out.toString(),
                "--folds",
                "3",
                "--trials",
                "8",
                "--no-compare"));
    command.addAll(List.of(more));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(out.getFileName() + ".log").toFile());
    builder.environment().put("MLFLOW_TRACKING_URI", tracking().toString());
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    return builder.start();
  }

  private Path tracking() {
    return directory.resolve("mlruns");
  }

  private String log(Path out) throws IOException {
    return Files.readString(directory.resolve(out.getFileName() + ".log"));
  }
}
