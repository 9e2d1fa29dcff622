package io.creditstream.trainer.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.trainer.result.Interval;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  @Test
  void shouldAgreeWithTheNormalIntervalOfAShare() {
    RankedRows rows = rows(2_000);

    Interval rate =
        new Bootstrap(rows, 1)
            .intervals(List.of(sample -> (double) sample.count(true) / sample.total()))
            .get(0);

    double error = Math.sqrt(rate.value() * (1 - rate.value()) / 2_000);
    assertThat(rate.low()).isCloseTo(rate.value() - 1.96 * error, within(0.2 * error));
    assertThat(rate.high()).isCloseTo(rate.value() + 1.96 * error, within(0.2 * error));
  }

  @Test
  void shouldDependOnTheSeedAlone() {
    RankedRows rows = rows(300);

    List<Interval> first = new Bootstrap(rows, 1).intervals(List.of(RocAuc::of));

    assertThat(new Bootstrap(rows, 1).intervals(List.of(RocAuc::of))).isEqualTo(first);
    assertThat(new Bootstrap(rows, 2).intervals(List.of(RocAuc::of))).isNotEqualTo(first);
  }

  @Test
  void shouldLeaveOutSamplesThatHaveNoFigure() {
    RankedRows rows = RankedRows.of(new double[] {0.1, 0.9}, new boolean[] {false, true});

    Interval auc = new Bootstrap(rows, 1).intervals(List.of(RocAuc::of)).get(0);

    assertThat(auc).isEqualTo(new Interval(1, 1, 1));
  }

  @Test
  void shouldDrawFewerSamplesOfManyRows() {
    assertThat(new Bootstrap(rows(100), 1).samples()).isEqualTo(1000);
    assertThat(new Bootstrap(rows(40_000), 1).samples()).isEqualTo(500);
    assertThat(new Bootstrap(rows(300_000), 1).samples()).isEqualTo(200);
  }

  private static RankedRows rows(int count) {
    Random random = new Random(5);
    double[] scores = random.doubles(count).toArray();
    boolean[] defaulted = new boolean[count];
    for (int i = 0; i < count; i++) {
      defaulted[i] = random.nextDouble() < 0.3 * scores[i];
    }
    return RankedRows.of(scores, defaulted);
  }
}
