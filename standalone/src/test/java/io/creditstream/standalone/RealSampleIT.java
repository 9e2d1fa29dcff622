package io.creditstream.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real applications, whose two files are known to differ. */
class RealSampleIT {

  private static final Path SAMPLE = Path.of("..", "..", "shared", "data", "home-credit");

  @TempDir Path directory;

  @Test
  void shouldShowTheRealDriftBetweenTheTwoFiles() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "the real sample is not here: " + SAMPLE);
    Path summary = directory.resolve("summary.json");

    Cli cli =
        Cli.run(
            "standalone",
            "--data",
            SAMPLE.toString(),
            "--data-dir",
            directory.resolve("data").toString(),
            "--applications",
            "2000",
            "--rate",
            "Infinity",
            "--port-base",
            "0",
            "--summary",
            summary.toString());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode figures = new ObjectMapper().readTree(Files.readString(summary));
    assertThat(figures.get("decisions").asInt()).isEqualTo(2000);
    assertThat(figures.get("windowsClosed").asInt()).isEqualTo(4);
    JsonNode status = figures.get("driftStatus");
    assertThat(status.get("AMT_REQ_CREDIT_BUREAU_QRT").asText()).isEqualTo("ALERT");
    assertThat(status.get("AMT_REQ_CREDIT_BUREAU_MON").asText()).isEqualTo("ALERT");
    assertThat(status.get("BUREAU_MONTHS_SUM").asText())
        .as("bureau balances cover far more clients of the second file")
        .isEqualTo("ALERT");
    assertThat(status.get("EXT_SOURCE_2").asText()).isEqualTo("STABLE");
  }
}
