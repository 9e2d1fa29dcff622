package io.creditstream.drift.merging;

import static io.creditstream.schemas.WindowClosure.IDLE;
import static io.creditstream.schemas.WindowClosure.WATERMARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.histogram.WindowHistogram;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import io.creditstream.drift.window.WindowSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowLedgerTest {

  private static final String MODEL = "a".repeat(64);

  private final Population population = new Population(1, 500, 1);
  private final Random random = new Random(2);
  private final WindowSettings settings =
      new WindowSettings(Duration.ofMillis(100), Duration.ofMillis(10), Duration.ofMillis(50));
  private final MapLedger store = new MapLedger();
  private WindowLedger ledger = new WindowLedger(store, settings, 2);

  @Test
  void shouldCloseOnTheLeastWatermarkPlusGrace() {
    count(0, 7);
    count(100, 3);

    assertThat(move(0, 500)).isEmpty();
    assertThat(move(1, 109)).isEmpty();
    assertThat(move(1, 110)).singleElement().satisfies(closed -> isClosed(closed, 0, 7));
    assertThat(ledger.open()).containsExactly(new OpenWindow(window(100), 3));
    assertThat(move(1, 210)).singleElement().satisfies(closed -> isClosed(closed, 100, 3));
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void shouldWaitForAPartitionThatNothingWasHeardOf() {
    count(0, 1);

    assertThat(move(0, 10_000)).isEmpty();
    assertThat(silence(0, 10_000)).isEmpty();
    assertThat(ledger.open()).hasSize(1);
  }

  @Test
  void shouldNotWaitForASilentPartition() {
    count(0, 5);
    count(100, 5);
    move(1, 20);
    move(0, 205);

    List<ClosedWindow> closed = silence(1, 20);

    assertThat(closed).singleElement().satisfies(window -> isClosed(window, 0, 5));
    assertThat(closed.get(0).closedBy()).isEqualTo(IDLE);
  }

  @Test
  void shouldReportEverythingOpenOnceAllAreSilent() {
    count(0, 5);
    count(100, 6);
    move(0, 120);
    move(1, 130);

    assertThat(silence(0, 120)).isEmpty();
    List<ClosedWindow> closed = silence(1, 130);

    assertThat(closed).extracting(ClosedWindow::closedBy).containsExactly(IDLE);
    isClosed(closed.get(0), 100, 6);
    assertThat(ledger.open()).isEmpty();
    assertThat(silence(1, 130)).as("nothing new to report").isEmpty();
  }

  @Test
  void shouldMergeWhatComesAfterSilenceAndReportTheWindowAgain() {
    count(0, 5);
    move(0, 20);
    silence(0, 20);
    assertThat(silence(1, Long.MIN_VALUE)).hasSize(1);

    assertThat(count(0, 4)).isTrue();
    assertThat(ledger.open()).containsExactly(new OpenWindow(window(0), 9));
    assertThat(move(1, 20)).isEmpty();
    assertThat(move(0, 300)).isEmpty();
    List<ClosedWindow> again = move(1, 300);

    assertThat(again).singleElement().satisfies(window -> isClosed(window, 0, 9));
    assertThat(again.get(0).closedBy()).isEqualTo(WATERMARK);
  }

  @Test
  void shouldCountWhatComesTooLateOnceInTheNextReport() {
    move(0, 205);
    move(1, 205);

    assertThat(count(0, 2)).isFalse();
    assertThat(count(190, 3)).as("within grace").isTrue();
    count(300, 1);
    move(0, 600);
    List<ClosedWindow> closed = move(1, 600);

    assertThat(closed).extracting(ClosedWindow::late).containsExactly(2L, 0L);
    assertThat(closed).extracting(window -> window.counts().decisions()).containsExactly(3L, 1L);
  }

  @Test
  void shouldGoOnAfterARestartWithoutTakingAnyoneForSilent() {
    count(0, 5);
    move(0, 50);
    silence(0, 50);
    silence(1, 60);

    ledger = new WindowLedger(store, settings, 2);
    ledger.wake();
    count(0, 5);
    count(100, 1);

    assertThat(move(0, 400)).as("partition 1 may have a backlog").isEmpty();
    List<ClosedWindow> closed = move(1, 400);
    assertThat(closed).extracting(window -> window.counts().decisions()).containsExactly(10L, 1L);
  }

  @Test
  void shouldMergeToTheSameInAnyOrder() {
    WindowHistogram a = population.window(random, 40, Change.none());
    WindowHistogram b = population.window(random, 60, Change.none());
    ModelWindow window = window(0);
    ledger.add(new Counted(window, WindowCounts.of(a)));
    ledger.add(new Counted(window, WindowCounts.of(b)));
    WindowLedger other = new WindowLedger(new MapLedger(), settings, 2);
    other.add(new Counted(window, WindowCounts.of(b)));
    other.add(new Counted(window, WindowCounts.of(a)));

    move(0, 200);
    other.advance(new Progress(1, 200, 1, false));

    assertThat(move(1, 200).get(0).counts())
        .isEqualTo(other.advance(new Progress(0, 200, 1, false)).get(0).counts());
  }

  @Test
  void shouldKeepModelsApart() {
    count(0, 5);
    ledger.add(
        new Counted(
            new ModelWindow("b".repeat(64), 0, 100),
            WindowCounts.of(population.window(random, 2, Change.none()))));

    move(0, 200);

    assertThat(move(1, 200))
        .extracting(closed -> closed.counts().decisions())
        .containsExactly(5L, 2L);
  }

  @Test
  void shouldKnowHowFarEachPartitionHasCome() {
    ledger.advance(new Progress(0, 50, 7, false));
    ledger.advance(new Progress(0, 40, 5, true));

    assertThat(ledger.partitions().get(0)).isEqualTo(new Progress(0, 50, 7, true));
  }

  private static ModelWindow window(long start) {
    return new ModelWindow(MODEL, start, 100);
  }

  private boolean count(long start, int samples) {
    return ledger.add(
        new Counted(
            settings.windowOf(MODEL, start),
            WindowCounts.of(population.window(random, samples, Change.none()))));
  }

  private List<ClosedWindow> move(int partition, long watermark) {
    return ledger.advance(new Progress(partition, watermark, 1, false));
  }

  private List<ClosedWindow> silence(int partition, long watermark) {
    return ledger.advance(new Progress(partition, watermark, 1, true));
  }

  private static void isClosed(ClosedWindow closed, long start, long samples) {
    assertThat(closed.window()).isEqualTo(window(start));
    assertThat(closed.counts().decisions()).isEqualTo(samples);
  }
}
