package io.creditstream.drift.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowHistogramTest {

  private final Population population = new Population(1, 2_000, 1);

  @Test
  void shouldMergeToTheSameInAnyOrderAndByAnyParts() {
    List<WindowHistogram> parts = new ArrayList<>();
    Random random = new Random(2);
    WindowHistogram whole = WindowHistogram.empty(population.layout().cells());
    for (int i = 0; i < 20; i++) {
      WindowHistogram part = WindowHistogram.empty(population.layout().cells());
      for (int j = 0; j < i; j++) {
        CellList cells =
            CellList.of(population.layout(), population.vector(random), population.score(random));
        part.add(cells);
        whole.add(cells);
      }
      parts.add(part);
    }

    for (int round = 0; round < 10; round++) {
      Collections.shuffle(parts, random);
      WindowHistogram merged = WindowHistogram.empty(whole.cells());
      parts.forEach(merged::merge);

      assertThat(merged).isEqualTo(whole);
    }
    assertThat(whole.samples()).isEqualTo(190);
  }

  @Test
  void shouldCountEachValueOnceAKindOfBin() {
    WindowHistogram window = population.window(new Random(4), 300, Change.none());

    for (FeatureCells cells : population.layout().features()) {
      if (cells instanceof NumericCells numeric) {
        long missing = numeric.missing(window);
        assertThat(sum(numeric.stabilityCounts(window)) + missing).isEqualTo(300);
        assertThat(sum(numeric.kolmogorovCounts(window)) + missing).isEqualTo(300);
      } else if (cells instanceof CategoryCells category) {
        assertThat(
                sum(category.levelCounts(window))
                    + category.unseen(window)
                    + category.missing(window))
            .isEqualTo(300);
      }
    }
  }

  @Test
  void shouldReadBackWhatItWrote() {
    for (int size : new int[] {0, 1, 3, 1_000}) {
      WindowHistogram window = population.window(new Random(5), size, Change.none());
      VarintWriter out = new VarintWriter();

      HistogramCodec.write(out, window);

      assertThat(HistogramCodec.read(new VarintReader(out.toBytes()))).isEqualTo(window);
      assertThat(out.toBytes().length).isLessThan(20 + 2 * window.cells());
    }
  }

  @Test
  void shouldReadBackTheCellsOfADecision() {
    int[] gapsOfEachLength = {0, 127, 128, 255, 256, 16_000, 33_000, 70_000, 3_000_000};
    CellList cells = new CellList(4_000_000, gapsOfEachLength);
    VarintWriter out = new VarintWriter();

    cells.write(out);

    CellList read = CellList.read(new VarintReader(out.toBytes()));
    assertThat(read.layoutCells()).isEqualTo(4_000_000);
    assertThat(read.cells()).containsExactly(gapsOfEachLength);
  }

  @Test
  void shouldRefuseVectorsThatAreNotOfTheModel() {
    HistogramLayout layout = population.layout();
    double[] vector = population.vector(new Random(6));

    assertThatThrownBy(() -> CellList.of(layout, new double[3], 0.5))
        .isInstanceOf(CellMismatchException.class)
        .hasMessage("3 features where the model has 8");
    for (double level : new double[] {-2, 40, 0.5, Double.POSITIVE_INFINITY}) {
      vector[7] = level;
      assertThatThrownBy(() -> CellList.of(layout, vector, 0.5))
          .isInstanceOf(CellMismatchException.class)
          .hasMessage("feature F7 holds no level of its model");
    }
  }

  @Test
  void shouldRefuseToMergeAnotherLayout() {
    assertThatThrownBy(() -> WindowHistogram.empty(3).merge(WindowHistogram.empty(4)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long sum(long[] counts) {
    return java.util.Arrays.stream(counts).sum();
  }
}
