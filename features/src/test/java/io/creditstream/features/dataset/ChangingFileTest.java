package io.creditstream.features.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangingFileTest {

  @TempDir Path directory;

  @Test
  void shouldRefuseAFileThatGrowsWhileItIsRead() throws IOException {
    CsvTable table = table();

    assertThatThrownBy(
            () ->
                table.forEach(
                    row -> {
                      if (row.line() == 2) {
                        append("3,x\n");
                      }
                    }))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            file() + " was changed while it was read; start again when nothing writes to it");
  }

  @Test
  void shouldRefuseAFileThatIsReplacedByOneOfTheSameSize() throws IOException {
    CsvTable table = table();
    Path other = directory.resolve("other.csv");
    Files.writeString(other, "ID,NAME\n7,a\n8,b\n");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file()));
    Files.delete(file());
    Files.move(other, file());

    assertThatThrownBy(() -> table.forEach(row -> {}))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("was changed while it was read");
  }

  @Test
  void shouldBlameTheChangeAndNotTheRowThatItCut() throws IOException {
    CsvTable table = table();

    assertThatThrownBy(
            () ->
                table.forEach(
                    row -> {
                      append("9");
                      throw new MalformedRowException(row, "it is cut off");
                    }))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("was changed while it was read");
  }

  @Test
  void shouldReadAFileThatNobodyTouchesAsOftenAsAsked() throws IOException {
    CsvTable table = table();
    long[] rows = {0};

    table.forEach(row -> rows[0]++);
    table.forEach(row -> rows[0]++);

    assertThat(rows[0]).isEqualTo(4);
  }

  private CsvTable table() throws IOException {
    Files.writeString(file(), "ID,NAME\n1,a\n2,b\n");
    return new CsvTable(file());
  }

  private void append(String text) {
    try {
      Files.writeString(file(), text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return directory.resolve("table.csv");
  }
}
