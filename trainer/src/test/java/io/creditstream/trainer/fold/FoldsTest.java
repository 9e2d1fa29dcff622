package io.creditstream.trainer.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dataset.DatasetException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static final boolean[] DEFAULTED = defaulted(103, 11);

  @Test
  void shouldHoldOutEachRowOnce() {
    Folds folds = folds(1);

    int[] all =
        IntStream.range(0, 5)
            .flatMap(fold -> Arrays.stream(folds.heldOut(fold)))
            .sorted()
            .toArray();
    assertThat(all).isEqualTo(IntStream.range(0, 103).toArray());
    for (int fold = 0; fold < 5; fold++) {
      assertThat(folds.training(fold)).isSorted().doesNotContain(folds.heldOut(fold));
      assertThat(folds.training(fold).length + folds.heldOut(fold).length).isEqualTo(103);
    }
  }

  @Test
  void shouldSpreadDefaultsAndRowsEvenly() {
    Folds folds = folds(1);

    for (int fold = 0; fold < 5; fold++) {
      int[] rows = folds.heldOut(fold);
      assertThat(rows.length).isBetween(20, 21);
      assertThat(Arrays.stream(rows).filter(row -> DEFAULTED[row]).count()).isBetween(2L, 3L);
    }
  }

  @Test
  void shouldDependOnTheSeedAlone() {
    assertThat(folds(7)).isEqualTo(folds(7)).isNotEqualTo(folds(8));
  }

  @Test
  void shouldRefuseAClientWhoStandsTwice() {
    assertThatThrownBy(
            () -> Folds.stratified(List.of("a", "b", "a"), new boolean[] {true, false, true}, 2, 1))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("keep one row a client");
  }

  @Test
  void shouldRefuseASingleFold() {
    assertThatThrownBy(() -> new Folds(1, new int[3])).isInstanceOf(IllegalArgumentException.class);
  }

  private static Folds folds(long seed) {
    return Folds.stratified(
        IntStream.range(0, DEFAULTED.length).mapToObj(i -> "c" + i).toList(), DEFAULTED, 5, seed);
  }

  private static boolean[] defaulted(int rows, int defaults) {
    boolean[] defaulted = new boolean[rows];
    Arrays.fill(defaulted, 0, defaults, true);
    return defaulted;
  }
}
