package io.creditstream.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 100, 2503})
  void shouldHoldEveryRowOnce(int rows) {
    Split split = Split.stratified(outcomes(rows), 3);

    assertThat(
            Stream.of(split.training(), split.validation(), split.holdout())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray())
        .isEqualTo(IntStream.range(0, rows).toArray());
  }

  @Test
  void shouldHaveTheSameShareOfDefaultsInEachPart() {
    boolean[] outcomes = outcomes(5000);
    double share = share(IntStream.range(0, 5000).toArray(), outcomes);

    Split split = Split.stratified(outcomes, 3);

    assertThat(split.training()).hasSizeBetween(2998, 3002);
    assertThat(split.validation()).hasSizeBetween(999, 1001);
    for (int[] part : new int[][] {split.training(), split.validation(), split.holdout()}) {
      assertThat(share(part, outcomes)).isCloseTo(share, within(0.001));
    }
  }

  @Test
  void shouldDependOnTheSeedAlone() {
    boolean[] outcomes = outcomes(500);

    assertThat(Split.stratified(outcomes, 3).holdout())
        .isEqualTo(Split.stratified(outcomes, 3).holdout())
        .isNotEqualTo(Split.stratified(outcomes, 4).holdout());
  }

  private static double share(int[] rows, boolean[] outcomes) {
    return (double) Arrays.stream(rows).filter(row -> outcomes[row]).count() / rows.length;
  }

  private static boolean[] outcomes(int rows) {
    Random random = new Random(9);
    boolean[] outcomes = new boolean[rows];
    for (int i = 0; i < rows; i++) {
      outcomes[i] = random.nextInt(12) == 0;
    }
    return outcomes;
  }
}
