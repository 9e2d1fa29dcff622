package io.creditstream.drift.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeginningsTest {

  private final Population population = new Population(1, 500, 1);
  private final Random random = new Random(2);
  private final MapLedger store = new MapLedger();
  private final Beginnings beginnings = new Beginnings(store);

  @Test
  void shouldKnowABeginningOnceItHoldsEnoughAndKeepIt() {
    learn(0, 1_500);
    assertThat(beginnings.of(window(300))).isEmpty();

    learn(100, 700);
    learn(200, 900);

    assertThat(beginnings.of(window(300)).orElseThrow().decisions()).isEqualTo(2_200);
  }

  @Test
  void shouldLearnFromAWindowOnce() {
    learn(100, 1_500);
    learn(100, 1_500);
    learn(0, 1_500);

    assertThat(beginnings.of(window(0))).isEmpty();
  }

  @Test
  void shouldWatchTheFirstSegmentsAlone() {
    SegmentLedger segments = new SegmentLedger(store, 2);

    assertThat(segments.admits(segment("a"))).isTrue();
    assertThat(segments.admits(segment("b"))).isTrue();
    assertThat(segments.admits(segment("c"))).isFalse();
    assertThat(new SegmentLedger(store, 2).admits(segment("b"))).isTrue();
    assertThat(segments.admits(window(0))).as("everybody").isTrue();
  }

  private void learn(long start, int decisions) {
    beginnings.learn(
        window(start), WindowCounts.of(population.window(random, decisions, Change.none())));
  }

  private static ModelWindow window(long start) {
    return new ModelWindow("m", start, 100);
  }

  private static ModelWindow segment(String name) {
    return new ModelWindow("m", name, 0, 100);
  }
}
