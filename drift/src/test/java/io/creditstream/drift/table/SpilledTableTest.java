package io.creditstream.drift.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.DatasetException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpilledTableTest {

  @TempDir Path directory;

  @Test
  void shouldReadNumbersTextsAndMissingCells() throws IOException {
    try (SpilledTable table = read("a,b,c\n1.5,x,\n-0,2,1e400\n,\"y, z\",3\n")) {
      assertThat(table.rows()).isEqualTo(3);
      assertThat(table.column(0).isNumeric()).isTrue();
      assertThat(table.column(0).numbers()).containsExactly(1.5, 0.0, Double.NaN);
      assertThat(table.column(1).isNumeric()).isFalse();
      assertThat(levels(table.column(1))).containsExactly("x", "2", "y, z");
      assertThat(table.column(2).numbers())
          .containsExactly(Double.NaN, Double.POSITIVE_INFINITY, 3.0);
    }
  }

  @Test
  void shouldGiveANumberOneNameHoweverItIsWritten() throws IOException {
    try (SpilledTable table = read("a\nx\n1\n1.0\n0.10\n")) {
      assertThat(levels(table.column(0))).containsExactly("x", "1", "1", "0.1");
    }
  }

  @Test
  void shouldReadEveryNumberAsTheNearestDouble() throws IOException {
    long seed = 11;
    Random random = new Random(seed);
    List<String> numbers =
        Stream.concat(
                Stream.of(
                    "0.1",
                    "-0.30000000000000004",
                    "123456789012345",
                    "9007199254740993",
                    "0.000000000000001",
                    "1e-7",
                    "+5",
                    "1.",
                    ".5",
                    "4.9E-324"),
                random
                    .doubles(5_000, -1e6, 1e6)
                    .mapToObj(
                        value ->
                            String.format(Locale.ROOT, "%." + random.nextInt(0, 12) + "f", value)))
            .toList();

    try (SpilledTable table = read("a\n" + String.join("\n", numbers) + "\n")) {
      assertThat(table.column(0).numbers())
          .as("seed %d", seed)
          .containsExactly(numbers.stream().mapToDouble(Double::parseDouble).toArray());
    }
  }

  @Test
  void shouldTellNumbersFromTextsThatLookLikeThem() throws IOException {
    try (SpilledTable table = read("a\n-\n.\n1.2.3\n1-2\n--1\n")) {
      assertThat(levels(table.column(0))).containsExactly("-", ".", "1.2.3", "1-2", "--1");
    }
  }

  @Test
  void shouldKeepEveryCellOfATableOfManyBlocks() throws IOException {
    long seed = 7;
    int rows = 10_001;
    Path file = directory.resolve("large.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      Random random = new Random(seed);
      StringBuilder csv = new StringBuilder("n,t\n");
      for (int row = 0; row < rows; row++) {
        csv.append(random.nextDouble()).append(",level ").append(random.nextInt(300)).append('\n');
      }
      out.write(csv.toString().getBytes(UTF_8));
    }

    try (SpilledTable table = SpilledTable.read(file)) {
      double[] numbers = table.column(0).numbers();
      Column texts = table.column(1);
      Random random = new Random(seed);
      for (int row = 0; row < rows; row++) {
        assertThat(numbers[row]).isEqualTo(random.nextDouble());
        assertThat(texts.level(row)).isEqualTo("level " + random.nextInt(300));
      }
    }
  }

  @Test
  void shouldSayWhatIsWrongWithAFile() {
    assertRefused("", "empty");
    assertRefused("a,b\n", "no rows");
    assertRefused("a,b\n1,2\n3\n", "line 3", "1 cells where the header has 2");
    assertRefused("a,a\n1,2\n", "has two columns a");
  }

  @Test
  void shouldSayWhichFileIsAbsent() {
    Path absent = directory.resolve("absent.csv");

    assertThatThrownBy(() -> SpilledTable.read(absent))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("absent.csv");
  }

  private void assertRefused(String csv, String... words) {
    assertThatThrownBy(() -> read(csv).close())
        .as(csv)
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(words);
  }

  private SpilledTable read(String csv) throws IOException {
    return SpilledTable.read(Files.writeString(directory.resolve("table.csv"), csv));
  }

  private static Stream<String> levels(Column column) {
    return Stream.iterate(0, row -> row < column.rows(), row -> row + 1).map(column::level);
  }
}
