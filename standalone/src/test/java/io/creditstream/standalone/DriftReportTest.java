package io.creditstream.standalone;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftReportTest {

  private static final Path SAMPLE = Path.of("..", "..", "shared", "data", "home-credit");
  private static final int LEVELS = 10_000;

  @TempDir Path directory;

  @Test
  void shouldNameWhatReallyDiffersBetweenTheTwoFilesOfTheSample() throws IOException {
    assumeTrue(Files.isDirectory(SAMPLE), "the real sample is not here: " + SAMPLE);
    Path json = directory.resolve("report.json");
    Path html = directory.resolve("report.html");

    Cli cli =
        Cli.run(
            "drift-report",
            "--reference",
            SAMPLE.resolve("application_train.csv.gz").toString(),
            "--current",
            SAMPLE.resolve("application_test.csv.gz").toString(),
            "--out",
            html.toString(),
            "--json",
            json.toString());

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode columns = new JsonMapper().readTree(json.toFile()).get("columns");
    assertThat(columns).hasSize(120);
    assertThat(alerts(columns))
        .contains("AMT_REQ_CREDIT_BUREAU_QRT", "AMT_REQ_CREDIT_BUREAU_MON")
        .doesNotContain("REGION_RATING_CLIENT", "CODE_GENDER", "DAYS_BIRTH");
    assertThat(cli.out()).contains("AMT_REQ_CREDIT_BUREAU_QRT");
    assertThat(Files.size(html)).isBetween(10_000L, 5_000_000L);
  }

  @Test
  void shouldCompareTenThousandLevels() throws IOException {
    Path reference = levels("reference.csv", row -> row % LEVELS);
    Path same = levels("same.csv", row -> (row * 7) % LEVELS);
    Path moved = levels("moved.csv", row -> row % 5 == 0 ? 0 : row % LEVELS);

    JsonNode calm = onlyColumn(reference, same);
    JsonNode drifted = onlyColumn(reference, moved);

    assertThat(calm.get("kind").asText()).isEqualTo("category");
    assertThat(calm.get("psi").asDouble()).isZero();
    assertThat(calm.get("verdict").asText()).isEqualTo("stable");
    assertThat(drifted.get("psi").asDouble()).isPositive();
    assertThat(drifted.get("verdict").asText()).isEqualTo("alert");
    assertThat(Files.size(directory.resolve("report.html"))).isLessThan(1_000_000);
  }

  private Path levels(String file, IntUnaryOperator levelOfRow) throws IOException {
    String rows =
        IntStream.range(0, 3 * LEVELS)
            .mapToObj(row -> "level " + levelOfRow.applyAsInt(row))
            .collect(joining("\n"));
    return Files.writeString(directory.resolve(file), "level\n" + rows + "\n");
  }

  private JsonNode onlyColumn(Path reference, Path current) throws IOException {
    Path json = directory.resolve("report.json");
    Cli cli =
        Cli.run(
            "drift-report",
            "--reference",
            reference.toString(),
            "--current",
            current.toString(),
            "--out",
            directory.resolve("report.html").toString(),
            "--json",
            json.toString());
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    JsonNode columns = new JsonMapper().readTree(json.toFile()).get("columns");
    assertThat(columns).hasSize(1);
    return columns.get(0);
  }

  @Test
  void shouldEndWithOneLineThatSaysWhatIsWrong() throws IOException {
    Path file = Files.writeString(directory.resolve("a.csv"), "a,b\n1,2\n3\n");

    Cli broken = Cli.run("drift-report", "--reference", file.toString(), "--current", "x.csv");
    Cli unwritable =
        Cli.run(
            "drift-report",
            "--reference",
            file.toString(),
            "--current",
            file.toString(),
            "--out",
            directory.resolve("no/such/directory.html").toString());

    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err().lines()).hasSize(1);
    assertThat(broken.err()).contains("a.csv line 3");
    assertThat(unwritable.exitCode()).isEqualTo(1);
    assertThat(unwritable.err()).contains("--out");
  }

  private static Set<String> alerts(JsonNode columns) {
    Set<String> names = new HashSet<>();
    columns.forEach(
        column -> {
          if (column.get("verdict").asText().equals("alert")) {
            names.add(column.get("name").asText());
          }
        });
    return names;
  }
}
