package io.creditstream.trainer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void shouldShowEachTaskOneAfterTheOther() {
    try (ConsoleProgress progress = new ConsoleProgress(new PrintStream(bytes, true, UTF_8))) {
      progress.at("Computing features", 5, 10);
      progress.at("Computing features", 10, 10);
      progress.at("Growing trees", 1, 4);
      progress.at("Growing trees", 4, 4);
    }

    String shown = bytes.toString(UTF_8);
    assertThat(shown).containsSubsequence("Computing features", "10/10", "Growing trees", "4/4");
    assertThat(shown.split("\n")).hasSize(2).allSatisfy(ConsoleProgressTest::ends);
  }

  /** A line of a terminal is drawn again after each carriage return: the last drawing stays. */
  private static void ends(String line) {
    assertThat(line.substring(line.lastIndexOf('\r') + 1)).contains("100%");
  }

  @Test
  void shouldShowNothingWithoutTask() {
    ConsoleProgress progress = new ConsoleProgress(new PrintStream(bytes, true, UTF_8));

    progress.close();
    progress.close();

    assertThat(bytes.size()).isZero();
  }
}
