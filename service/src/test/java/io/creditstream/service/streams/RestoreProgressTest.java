package io.creditstream.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreProgressTest {

  private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
  private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

  private final RestoreProgress progress = new RestoreProgress();

  @Test
  void shouldTellHowFarAllStoresAreUntilTheLastOneIsWhole() {
    assertThat(progress.told()).isEmpty();
    progress.onRestoreStart(FIRST, "store", 10, 30);
    progress.onRestoreStart(SECOND, "store", 0, 100);
    assertThat(progress.told()).contains("0 of at most 120 records restored");

    progress.onBatchRestored(FIRST, "store", 14, 3);
    assertThat(progress.told()).contains("5 of at most 120 records restored");

    progress.onRestoreEnd(FIRST, "store", 12);
    assertThat(progress.told()).contains("20 of at most 120 records restored");

    progress.onRestoreEnd(SECOND, "store", 90);
    assertThat(progress.told()).isEmpty();
  }

  @Test
  void shouldBeginAnewOnceAllWasWholeAndForgetWhatIsTakenAway() {
    progress.onRestoreStart(FIRST, "store", 0, 30);
    progress.onRestoreEnd(FIRST, "store", 30);

    progress.onRestoreStart(SECOND, "store", 0, 7);
    assertThat(progress.told()).contains("0 of at most 7 records restored");

    progress.onRestoreSuspended(SECOND, "store", 0);
    assertThat(progress.told()).isEmpty();
  }

  @Test
  void shouldTellNothingOfAStoreThatHasEverything() {
    progress.onRestoreStart(FIRST, "store", 30, 30);

    assertThat(progress.told()).isEmpty();
  }
}
