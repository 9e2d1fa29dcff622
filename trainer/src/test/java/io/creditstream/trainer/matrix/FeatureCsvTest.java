package io.creditstream.trainer.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.creditstream.features.catalog.FeatureCatalog;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.extraction.FeatureExtractor;
import io.creditstream.trainer.Progress;
import io.creditstream.trainer.RecordedProgress;
import io.creditstream.trainer.TestDossiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCsvTest {

  private static final TestDossiers FIRST = TestDossiers.of(120, 7);
  private static final TestDossiers SECOND = TestDossiers.of(30, 8);
  private static final FeatureDictionary DICTIONARY =
      FeatureMatrices.dictionary(FeatureCatalog.standard().trainable(), FIRST, Progress.silent());

  @TempDir private Path directory;

  @Test
  void shouldKeepEveryBitOfEveryValue() throws IOException {
    Path file = directory.resolve("features.csv");

    FeatureCsv.write(DICTIONARY, List.of(FIRST, SECOND), file, Progress.silent());

    List<List<String>> rows = read(file);
    FeatureExtractor extractor = new FeatureExtractor(DICTIONARY);
    List<double[]> expected = new ArrayList<>();
    List<String> clients = new ArrayList<>();
    for (TestDossiers source : List.of(FIRST, SECOND)) {
      source.forEach(
          dossier -> {
            clients.add(dossier.application().getClientId());
            expected.add(extractor.extract(dossier.application(), dossier.history()));
          });
    }
    assertThat(rows.get(0)).startsWith("SK_ID_CURR").hasSize(DICTIONARY.size() + 1);
    assertThat(rows.get(0).subList(1, DICTIONARY.size() + 1)).isEqualTo(DICTIONARY.names());
    assertThat(rows).hasSize(151);
    for (int i = 0; i < expected.size(); i++) {
      List<String> row = rows.get(i + 1);
      assertThat(row.get(0)).isEqualTo(clients.get(i));
      assertThat(values(row)).containsExactly(expected.get(i));
    }
  }

  @Test
  void shouldLeaveMissingValuesEmpty() throws IOException {
    Path file = directory.resolve("features.csv");

    FeatureCsv.write(DICTIONARY, List.of(FIRST), file, Progress.silent());

    int annuity = DICTIONARY.indexOf("AMT_ANNUITY") + 1;
    assertThat(read(file).subList(1, 121))
        .allSatisfy(row -> assertThat(row.get(annuity)).isEmpty());
  }

  @Test
  void shouldReplaceAnEarlierFileAndTellProgress() throws IOException {
    Path file = Files.writeString(directory.resolve("features.csv"), "earlier");
    RecordedProgress progress = new RecordedProgress();

    FeatureCsv.write(DICTIONARY, List.of(FIRST, SECOND), file, progress);

    assertThat(read(file)).hasSize(151);
    assertThat(directory).isDirectoryContaining(file::equals);
    assertThat(directory.toFile().list()).containsExactly("features.csv");
    assertThat(progress.done("Writing features")).endsWith(150L);
    assertThat(progress.total("Writing features")).isEqualTo(150);
  }

  @Test
  void shouldLeaveNothingBehindOnFailure() {
    Path file = directory.resolve("features.csv");
    TestDossiers broken =
        new TestDossiers(
            50,
            7,
            (index, risk) -> {
              if (index == 40) {
                throw new IllegalStateException("broken");
              }
              return null;
            });

    assertThatThrownBy(() -> FeatureCsv.write(DICTIONARY, List.of(broken), file, Progress.silent()))
        .hasMessage("broken");

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void shouldKeepTheEarlierFileOnFailure() throws IOException {
    Path file = Files.createDirectories(directory.resolve("features.csv"));
    Files.writeString(file.resolve("kept"), "a directory that is not empty cannot be replaced");

    assertThatThrownBy(() -> FeatureCsv.write(DICTIONARY, List.of(FIRST), file, Progress.silent()))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(file.resolve("kept")).exists();
    assertThat(directory.toFile().list()).containsExactly("features.csv");
  }

  @Test
  void shouldNameTheDirectoryThatIsAbsent() {
    Path file = directory.resolve("absent").resolve("features.csv");

    assertThatThrownBy(() -> FeatureCsv.write(DICTIONARY, List.of(FIRST), file, Progress.silent()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write " + file);
  }

  @Test
  void shouldSayThatTheDiskIsFull() throws IOException {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();
    Path file = directory.resolve("features.csv");
    Files.createSymbolicLink(directory.resolve("features.csv.part"), full);

    assertThatThrownBy(() -> FeatureCsv.write(DICTIONARY, List.of(FIRST), file, Progress.silent()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write %s; is there room for it, and may it be written?", file)
        .cause()
        .hasMessageContaining("No space left on device");
    assertThat(directory).isEmptyDirectory();
  }

  private static double[] values(List<String> row) {
    return row.stream()
        .skip(1)
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  private static List<List<String>> read(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      return csv.stream().map(CsvRecord::getFields).toList();
    }
  }
}
