package io.creditstream.advisor.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.advisor.store.Place;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionNumberTest {

  @Test
  void shouldTellEveryPlaceApart() {
    Set<Long> numbers = new HashSet<>();
    int[] partitions = {0, 1, 1_023, 1_024, 1_025, 2_048, (1 << 21) - 1};
    long[] offsets = {0, 1, 1_023, 1_024, 1L << 40, (1L << 42) - 1};
    for (int partition : partitions) {
      for (long offset : offsets) {
        numbers.add(DecisionNumber.of(new Place(partition, offset)));
      }
    }

    assertThat(numbers).hasSize(partitions.length * offsets.length);
    assertThat(numbers).allSatisfy(number -> assertThat(number).isNotNegative());
  }

  @Test
  void shouldNumberSmallPartitionsAsStoresHoldThem() {
    assertThat(DecisionNumber.of(new Place(3, 100))).isEqualTo(100 * 1_024 + 3);
  }

  @Test
  void shouldRefuseWhatItHasNoRoomFor() {
    assertThatThrownBy(() -> DecisionNumber.of(new Place(1 << 21, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DecisionNumber.of(new Place(0, 1L << 42)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
