package io.creditstream.simulator.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.KaggleTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationWriterTest {
  private static final PopulationFiles SMALL = new PopulationFiles(60, 20, 9, true);

  @TempDir Path directory;

  @Test
  void shouldWriteEveryTableWithItsHeaderAndAllRows() throws IOException {
    // when
    Path target = directory.resolve("data");
    Map<KaggleTable, Long> rows =
        PopulationWriter.write(target, SMALL, PopulationWriter.Progress.NONE);

    // then
    for (KaggleTable table : KaggleTable.values()) {
      List<String> lines = lines(target.resolve(table.fileName() + ".gz"));
      assertThat(lines.get(0)).isEqualTo(String.join(",", table.columns()));
      assertThat(lines).hasSize((int) (rows.get(table) + 1));
    }
    assertThat(rows.get(KaggleTable.APPLICATION_TRAIN)).isEqualTo(60);
    assertThat(rows.get(KaggleTable.APPLICATION_TEST)).isEqualTo(20);
  }

  @Test
  void shouldWriteTheClientsOfThePopulation() throws IOException {
    // when
    Path target = directory.resolve("data");
    PopulationWriter.write(
        target, new PopulationFiles(5, 2, 9, false), PopulationWriter.Progress.NONE);

    // then
    List<String> lines = Files.readAllLines(target.resolve("application_train.csv"));
    String[] expected = new Population(Profile.TRAIN, 9).client(3).application();
    assertThat(lines.get(4).replace("\"", "")).isEqualTo(String.join(",", expected));
  }

  @Test
  void shouldQuoteCellsThatHoldAComma() throws IOException {
    // when
    Path target = directory.resolve("data");
    PopulationWriter.write(
        target, new PopulationFiles(400, 0, 9, false), PopulationWriter.Progress.NONE);

    // then
    assertThat(Files.readAllLines(target.resolve("application_train.csv")))
        .anyMatch(line -> line.contains(",\"Spouse, partner\","));
  }

  @Test
  void shouldWriteTheSameBytesAgain() throws IOException {
    // when
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    PopulationWriter.write(first, SMALL, PopulationWriter.Progress.NONE);
    PopulationWriter.write(second, SMALL, PopulationWriter.Progress.NONE);

    // then
    for (KaggleTable table : KaggleTable.values()) {
      String name = table.fileName() + ".gz";
      assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
    }
  }

  @Test
  void shouldTellHowFarItIs() throws IOException {
    // given
    List<Long> told = new ArrayList<>();

    // when
    PopulationWriter.write(
        directory.resolve("data"),
        new PopulationFiles(300, 100, 1, false),
        (clients, total) -> told.add(clients * 1000 + total));

    // then
    assertThat(told).containsExactly(256_400L, 400_400L);
  }

  @Test
  void shouldLeaveADirectoryWithFilesAlone() throws IOException {
    // given
    Path target = Files.createDirectory(directory.resolve("data"));
    Files.writeString(target.resolve("mine.txt"), "mine");

    // when, then
    assertThatThrownBy(() -> PopulationWriter.write(target, SMALL, PopulationWriter.Progress.NONE))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("empty");
    assertThat(target.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void shouldLeaveNothingBehindWhenItFails() throws IOException {
    // given
    PopulationWriter.Progress failing =
        (clients, total) -> {
          throw new IllegalStateException("stopped");
        };

    // when, then
    assertThatThrownBy(() -> PopulationWriter.write(directory.resolve("data"), SMALL, failing))
        .hasMessage("stopped");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
  }

  private static List<String> lines(Path gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
