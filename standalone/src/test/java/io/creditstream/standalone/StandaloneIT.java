package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.creditstream.standalone.data.DataDirectory;
import io.creditstream.standalone.data.LocalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main job as a newcomer runs it: one data directory, used by one run after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandaloneIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;

  @Test
  @Order(1)
  void shouldDecideEveryApplicationAndAlertOnNothing() throws IOException {
    JsonNode summary = run(2000);

    assertThat(summary.get("applications").asLong()).isEqualTo(2000);
    assertThat(summary.get("decisions").asLong()).isEqualTo(2000);
    assertThat(summary.get("deadLetters").asLong()).isZero();
    assertThat(summary.get("duplicates").asLong()).isZero();
    assertThat(summary.get("windowsClosed").asLong()).isEqualTo(4);
    assertThat(summary.get("modelAuc").asDouble()).isBetween(0.70, 0.82);
    assertThat(summary.get("latencyP50Ms").asDouble()).isPositive();
    assertThat(summary.get("modelEngine").asText()).isEqualTo("COMPILED");
    assertThat(summary.get("scoringMicros").asDouble()).isPositive();
    assertThat(features(summary, "ALERT")).isEmpty();
    assertThat(features(summary, "STABLE")).hasSizeGreaterThan(300);
  }

  @Test
  @Order(2)
  void shouldPrintRecordedDecisionsAfterTheRun() throws IOException {
    Cli cli = Cli.run("decisions", "--max", "5000", "--data-dir", data());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    List<String> lines = cli.out().lines().toList();
    assertThat(lines).hasSize(2000);
    Set<String> applications = new HashSet<>();
    for (String line : lines) {
      JsonNode decision = JSON.readTree(line);
      assertThat(applications.add(decision.get("applicationId").asText())).isTrue();
      if (decision.get("outcome").asText().equals("DECLINED")) {
        assertThat(decision.get("reasons")).hasSizeBetween(1, 4);
        assertThat(sum(decision.get("contributions")) + decision.get("baseValue").asDouble())
            .isCloseTo(
                decision.get("rawScore").asDouble(),
                offset(1e-9 * Math.abs(decision.get("rawScore").asDouble())));
      }
    }
  }

  @Test
  @Order(3)
  void shouldGoOnWhereItEndedAndAlertOnWhatShiftsAlone() throws IOException {
    JsonNode summary = run(2000, "--drift");

    assertThat(summary.get("decisions").asLong()).isEqualTo(2000);
    assertThat(summary.get("duplicates").asLong()).isZero();
    Set<String> alerts = features(summary, "ALERT");
    assertThat(alerts)
        .contains(
            "AMT_INCOME_TOTAL", "EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3", "BUREAU_COUNT");
    assertThat(alerts)
        .as("consequences of income, external scores, bureau data and the score alone")
        .allMatch(
            feature ->
                feature.contains("INCOME")
                    || feature.startsWith("EXT_SOURCE")
                    || feature.startsWith("BUREAU")
                    || feature.startsWith("AMT_REQ_CREDIT_BUREAU")
                    || feature.equals("ENQUIRIES")
                    || feature.equals("probability_of_default"));
  }

  @Test
  @Order(4)
  void shouldRefuseADirectoryThatIsInUseAndReadItsDecisionsAllTheSame() {
    try (LocalServices held =
        LocalServices.open(new DataDirectory(directory.resolve("data")), 0, 0)) {
      Cli second = Cli.run("standalone", "--data-dir", data(), "--port-base", "0");
      Cli decisions = Cli.run("decisions", "--max", "3", "--data-dir", data());

      assertThat(second.exitCode()).isEqualTo(1);
      assertThat(second.err().lines()).hasSize(1);
      assertThat(second.err()).contains("in use");
      assertThat(decisions.exitCode()).as(decisions.err()).isZero();
      assertThat(decisions.out().lines()).hasSize(3);
      assertThat(held.endpoints().bootstrapServers()).isNotBlank();
    }
  }

  @Test
  @Order(5)
  void shouldRefuseAPortThatIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int base = taken.getLocalPort() - 4;

      Cli cli = Cli.run("standalone", "--data-dir", data(), "--port-base", Integer.toString(base));

      assertThat(cli.exitCode()).isEqualTo(1);
      assertThat(cli.err().lines()).hasSize(1);
      assertThat(cli.err()).contains(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  @Order(6)
  void shouldRefuseOtherDataInTheSameDirectory() throws IOException {
    Path files = directory.resolve("files");
    Cli.run("population", "--out", files.toString(), "--train", "100", "--test", "10");

    Cli cli = Cli.run("standalone", "--data", files.toString(), "--data-dir", data());

    assertThat(cli.exitCode()).isEqualTo(1);
    assertThat(cli.err()).contains("holds a run on other data");
  }

  @Test
  @Order(7)
  void shouldEndInOrderWithASummaryOnASignal() throws IOException, InterruptedException {
    Path summary = directory.resolve("signalled.json");
    Path log = directory.resolve("signalled.log");
    Path position = directory.resolve("data").resolve("position.json");
    long before = JSON.readTree(Files.readString(position)).get("next").asLong();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "creditstream.jar").toString(),
                "standalone",
                "--data-dir",
                data(),
                "--port-base",
                "0",
                "--summary",
                summary.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(5))
          .untilAsserted(
              () ->
                  assertThat(JSON.readTree(Files.readString(position)).get("next").asLong())
                      .as(() -> ends(log) + ends(directory.resolve("data/creditstream.log")))
                      .isGreaterThan(before + 50));

      process.destroy();

      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
      JsonNode figures = JSON.readTree(Files.readString(summary));
      assertThat(figures.get("decisions").asLong())
          .isPositive()
          .isEqualTo(figures.get("applications").asLong());
    } finally {
      process.destroyForcibly();
    }
  }

  private static JsonNode run(int applications, String... more) throws IOException {
    Path summary = directory.resolve("summary.json");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "standalone",
                "--applications",
                Integer.toString(applications),
                "--rate",
                "Infinity",
                "--port-base",
                "0",
                "--data-dir",
                data(),
                "--summary",
                summary.toString()));
    arguments.addAll(List.of(more));
    Cli cli = Cli.run(arguments.toArray(String[]::new));
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    return JSON.readTree(Files.readString(summary));
  }

  /** The last words of a process, for whoever has to find out why it did not do what it should. */
  private static String ends(Path log) {
    try {
      String text = Files.exists(log) ? Files.readString(log) : "nothing";
      return "%n%s:%n%s"
          .formatted(log.getFileName(), text.substring(Math.max(0, text.length() - 4_000)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String data() {
    return directory.resolve("data").toString();
  }

  private static Set<String> features(JsonNode summary, String status) {
    Set<String> features = new HashSet<>();
    summary
        .get("driftStatus")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().asText().equals(status)) {
                features.add(entry.getKey());
              }
            });
    return features;
  }

  private static double sum(JsonNode numbers) {
    double sum = 0;
    for (JsonNode number : numbers) {
      sum += number.asDouble();
    }
    return sum;
  }
}
