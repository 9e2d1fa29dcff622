package io.creditstream.drift.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.drift.exchange.MonitorMessage.Counted;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.measurement.Population;
import io.creditstream.drift.measurement.Population.Change;
import io.creditstream.drift.store.MapLedger;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.WindowSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Windows of 100 ms, 300 ms and 900 ms. */
class WindowSizesTest {

  private static final String MODEL = "a".repeat(64);
  private static final WindowSettings SETTINGS =
      new WindowSettings(
          List.of(Duration.ofMillis(100), Duration.ofMillis(300), Duration.ofMillis(900)),
          Duration.ofMillis(10),
          Duration.ofMillis(50));

  private final Population population = new Population(1, 500, 1);
  private final Random random = new Random(2);
  private final MapLedger store = new MapLedger();
  private WindowLedger ledger = new WindowLedger(store, SETTINGS, 1);
  private final List<ClosedWindow> closed = new ArrayList<>();

  @Test
  void shouldMakeLargerWindowsOfTheSmallOnesToTheLastCount() {
    WindowCounts all = WindowCounts.empty(population.layout().cells());
    for (int time = 0; time < 900; time += 50) {
      all.merge(count(time, 10 + time % 7));
      move(time);
    }

    move(910);

    assertThat(sizes())
        .containsExactly(100, 100, 100, 300, 100, 100, 100, 300, 100, 100, 100, 300, 900);
    assertThat(last().counts()).isEqualTo(all);
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void shouldReportTheLargerWindowsAsTheyAreOnceAllAreSilent() {
    count(0, 5);
    count(100, 6);
    move(120);
    closed.clear();

    silence(120);

    assertThat(sizes()).containsExactly(100, 300, 900);
    assertThat(samples()).containsExactly(6L, 11L, 11L);
    assertThat(ledger.open()).isEmpty();
    closed.clear();
    silence(120);
    assertThat(closed).as("nothing new to report").isEmpty();
  }

  @Test
  void shouldReportLargerWindowsAgainWithWhatComesAfterSilence() {
    count(0, 5);
    silence(20);
    closed.clear();

    count(100, 6);
    move(310);

    assertThat(sizes()).containsExactly(100, 300);
    assertThat(samples()).containsExactly(6L, 11L);
    closed.clear();
    silence(310);
    assertThat(sizes()).containsExactly(900);
    assertThat(samples()).containsExactly(11L);
  }

  @Test
  void shouldTellOfLateOnesInAReportOfEachSize() {
    move(205);
    count(0, 3);
    count(200, 1);

    silence(205);

    assertThat(closed).extracting(ClosedWindow::late).containsExactly(3L, 3L, 3L);
    assertThat(samples()).containsExactly(1L, 1L, 1L);
  }

  @Test
  void shouldFinishWindowsOfASizeThatIsNoLongerAskedFor() {
    count(0, 5);
    count(100, 6);
    move(115);
    ledger = new WindowLedger(store, SETTINGS.withSizes(List.of(Duration.ofMillis(200))), 1);
    closed.clear();

    move(320);

    assertThat(sizes()).containsExactly(100, 200, 300);
    assertThat(samples())
        .as("what the first window held went to the old larger one")
        .containsExactly(6L, 6L, 5L);
  }

  private WindowCounts count(long time, int samples) {
    WindowCounts counts = WindowCounts.of(population.window(random, samples, Change.none()));
    ledger.add(new Counted(SETTINGS.windowOf(MODEL, time), counts));
    return counts;
  }

  private void move(long watermark) {
    closed.addAll(ledger.advance(new Progress(0, watermark, 1, false)));
  }

  private void silence(long watermark) {
    closed.addAll(ledger.advance(new Progress(0, watermark, 1, true)));
  }

  private List<Integer> sizes() {
    return closed.stream().map(window -> (int) window.window().size()).toList();
  }

  private List<Long> samples() {
    return closed.stream().map(window -> window.counts().decisions()).toList();
  }

  private ClosedWindow last() {
    return closed.get(closed.size() - 1);
  }
}
